package io.github.cognitofirstlogin.auth.contract;

import java.time.Duration;

/**
 * After how long a function stops waiting for Cognito and answers by itself. Lambda's timeout is
 * above that, the alarm for slow calls below.
 */
public enum TimeLimit {
  /** Of the ten seconds in which every caller of the API is answered. */
  REPLY(Duration.ofSeconds(9)),
  /** Of fetching the pool's signing keys, which is all that the authorizer waits for. */
  SIGNING_KEYS(Duration.ofSeconds(4));

  private final Duration duration;

  TimeLimit(Duration duration) {
    this.duration = duration;
  }

  public Duration duration() {
    return duration;
  }
}

package io.github.cognitofirstlogin.auth.contract;

import java.time.Duration;

/**
 * The time after which a function stops waiting for Cognito and answers. Lambda's timeout is
 * longer, and the threshold of the alarm for slow calls is shorter.
 */
public enum TimeLimit {
  /** A part of the ten seconds in which every caller gets a reply. */
  REPLY(Duration.ofSeconds(9)),
  /** For the fetch of the pool's signing keys, the only call of the authorizer. */
  SIGNING_KEYS(Duration.ofSeconds(4));

  private final Duration duration;

  TimeLimit(Duration duration) {
    this.duration = duration;
  }

  public Duration duration() {
    return duration;
  }
}

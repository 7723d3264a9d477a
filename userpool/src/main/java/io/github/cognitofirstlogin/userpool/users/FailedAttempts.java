package io.github.cognitofirstlogin.userpool.users;

import io.github.cognitofirstlogin.userpool.protocol.CognitoException;
import java.time.Duration;
import java.time.Instant;

/**
 * Locks a user out after five failed attempts, for a second, then for twice as long after each
 * further one. Attempts during a lock-out are refused without being counted.
 */
public final class FailedAttempts {

  private static final int FREE = 5;
  private static final Duration LONGEST = Duration.ofMinutes(15);
  private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(15);

  private int failed;
  private Instant lockedUntil = Instant.MIN;
  private Instant lastAttempt = Instant.MAX;

  /** Refuses an attempt during a lock-out. */
  public void admit(Instant now) {
    if (now.isAfter(lastAttempt)
        && Duration.between(lastAttempt, now).compareTo(FORGOTTEN_AFTER) >= 0) {
      succeeded();
    }
    lastAttempt = now;
    if (now.isBefore(lockedUntil)) {
      throw CognitoException.notAuthorized("Password attempts exceeded");
    }
  }

  public void failed(Instant now) {
    failed++;
    if (failed >= FREE) {
      var doublings = Math.min(failed - FREE, 20);
      var lock = Duration.ofSeconds(1L << doublings);
      lockedUntil = now.plus(lock.compareTo(LONGEST) < 0 ? lock : LONGEST);
    }
  }

  public void succeeded() {
    failed = 0;
    lockedUntil = Instant.MIN;
  }
}

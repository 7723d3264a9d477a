package io.github.cognitofirstlogin.userpool.users;

import io.github.cognitofirstlogin.userpool.crypto.Randoms;
import java.time.Duration;
import java.time.Instant;

/** A code with which a user can set a new password without the old one. */
record RecoveryCode(String code, Destination destination, Instant expires) {

  private static final Duration VALIDITY = Duration.ofHours(1);
  private static final int DIGITS = 6;

  static RecoveryCode to(Destination destination, Instant now) {
    return new RecoveryCode(Randoms.digits(DIGITS), destination, now.plus(VALIDITY));
  }

  @Override
  public String toString() {
    return "RecoveryCode[redacted]";
  }
}

package io.github.cognitofirstlogin.userpool.users;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The later steps of the lock-out, which would take too long in row 50 of the contract. */
class FailedAttemptsTest {

  private final FailedAttempts attempts = new FailedAttempts();
  private Instant now = Instant.parse("2026-11-01T12:00:00Z");

  @Test
  void lockOutIsNeverLongerThanAQuarterOfAnHour() {
    for (var failure = 0; failure < 40; failure++) {
      attempts.failed(now);
    }

    assertLocked(now.plusSeconds(899));
    assertThatCode(() -> attempts.admit(now.plusSeconds(900))).doesNotThrowAnyException();
  }

  @Test
  void quarterOfAnHourWithoutAnAttemptForgetsTheFailures() {
    fail(6);
    now = now.plusSeconds(900);
    attempts.admit(now);

    fail(4);

    assertThatCode(() -> attempts.admit(now)).doesNotThrowAnyException();
  }

  @Test
  void attemptsDuringALockOutDoNotLengthenIt() {
    fail(6);
    assertLocked(now);
    assertLocked(now.plusSeconds(1));

    assertThatCode(() -> attempts.admit(now.plusSeconds(2))).doesNotThrowAnyException();
  }

  private void fail(int times) {
    attempts.admit(now);
    for (var failure = 0; failure < times; failure++) {
      attempts.failed(now);
    }
  }

  private void assertLocked(Instant when) {
    assertThatThrownBy(() -> attempts.admit(when)).hasMessage("Password attempts exceeded");
  }
}

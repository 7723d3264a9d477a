package io.github.cognitofirstlogin.userpool.users;

import io.github.cognitofirstlogin.userpool.crypto.Password;
import io.github.cognitofirstlogin.userpool.crypto.Randoms;
import io.github.cognitofirstlogin.userpool.protocol.CognitoException;
import io.github.cognitofirstlogin.userpool.settings.PasswordPolicy;
import java.time.Clock;

/** Sets passwords that the pool's policy allows. */
public final class NewPasswords {

  private static final String UPPER = "ABCDEFGHJKLMNPQRSTUVWXYZ";
  private static final String LOWER = "abcdefghijkmnopqrstuvwxyz";
  private static final String DIGITS = "23456789";
  private static final String SYMBOLS = "!@#%*_-+=?";
  private static final int PART_LENGTH = 3;

  private final Clock clock;

  public NewPasswords(Clock clock) {
    this.clock = clock;
  }

  /** The caller of this and of the following methods holds the user's lock. */
  void temporary(UserPool pool, User user, String password) {
    pool.settings().passwordPolicy().check(password);
    var now = clock.instant();
    var validity = pool.settings().passwordPolicy().temporaryPasswordValidity();
    user.temporaryPassword(pool.password(user, password), now.plus(validity), now);
  }

  void permanent(UserPool pool, User user, String password) {
    user.permanentPassword(accepted(pool, user, password), clock.instant());
  }

  /** Returns the password if the pool's policy and the user's history allow it. */
  public Password accepted(UserPool pool, User user, String password) {
    var policy = pool.settings().passwordPolicy();
    policy.check(password);
    var accepted = pool.password(user, password);
    if (user.usedAlready(accepted, policy.historySize())) {
      throw new CognitoException(
          "PasswordHistoryPolicyViolationException", "Password has previously been used.");
    }
    return accepted;
  }

  /** Returns the password if the policy allows it. */
  String generated(PasswordPolicy policy) {
    var length = Math.max(policy.minimumLength(), 4 * PART_LENGTH);
    return Randoms.characters(PART_LENGTH, UPPER)
        + Randoms.characters(PART_LENGTH, LOWER)
        + Randoms.characters(length - 3 * PART_LENGTH, DIGITS)
        + Randoms.characters(PART_LENGTH, SYMBOLS);
  }
}

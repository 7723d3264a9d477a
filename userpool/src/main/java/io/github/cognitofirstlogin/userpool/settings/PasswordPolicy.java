package io.github.cognitofirstlogin.userpool.settings;

import io.github.cognitofirstlogin.userpool.protocol.CognitoException;
import java.time.Duration;
import java.util.function.IntPredicate;

/** The rules for passwords, and the validity of a temporary password. */
public record PasswordPolicy(
    int minimumLength,
    boolean requireUppercase,
    boolean requireLowercase,
    boolean requireNumbers,
    boolean requireSymbols,
    int historySize,
    Duration temporaryPasswordValidity) {

  /** The maximum of Cognito's PasswordType. */
  private static final int MAXIMUM_LENGTH = 256;

  /** The characters Cognito's documentation counts as symbols; a space counts when it is inside. */
  private static final String SYMBOLS = "^$*.[]{}()?-\"!@#%&/\\,><':;|_~`+= ";

  static PasswordPolicy from(CloudFormationProperties policy, int legacyValidityDays) {
    // Without a policy Cognito requires every class of characters. A policy requires only the
    // classes that it names.
    var all = policy.isEmpty();
    var read =
        new PasswordPolicy(
            policy.number("MinimumLength", 8, 6, 99),
            policy.flag("RequireUppercase", all),
            policy.flag("RequireLowercase", all),
            policy.flag("RequireNumbers", all),
            policy.flag("RequireSymbols", all),
            policy.number("PasswordHistorySize", 0, 0, 24),
            Duration.ofDays(
                policy.number("TemporaryPasswordValidityDays", legacyValidityDays, 0, 365)));
    policy.warnAboutTheRest();
    return read;
  }

  /** Refuses a password with Cognito's own words for the first rule that it breaks. */
  public void check(String password) {
    require(password.length() >= minimumLength, "Password not long enough");
    require(password.length() <= MAXIMUM_LENGTH, "Password too long");
    require(
        !requireUppercase || has(password, c -> c >= 'A' && c <= 'Z'),
        "Password must have uppercase characters");
    require(
        !requireLowercase || has(password, c -> c >= 'a' && c <= 'z'),
        "Password must have lowercase characters");
    require(
        !requireNumbers || has(password, c -> c >= '0' && c <= '9'),
        "Password must have numeric characters");
    require(
        !requireSymbols || has(password.strip(), c -> SYMBOLS.indexOf(c) >= 0),
        "Password must have symbol characters");
  }

  private static boolean has(String password, IntPredicate kind) {
    return password.chars().anyMatch(kind);
  }

  private static void require(boolean kept, String rule) {
    if (!kept) {
      throw CognitoException.invalidPassword("Password does not conform to policy: " + rule);
    }
  }
}

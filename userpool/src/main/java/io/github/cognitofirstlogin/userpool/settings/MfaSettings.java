package io.github.cognitofirstlogin.userpool.settings;

import java.util.Set;

/** Whether the pool asks for a second factor, and which factors it offers. */
public record MfaSettings(Requirement requirement, Set<String> factors) {

  /** CloudFormation's {@code MfaConfiguration}. */
  public enum Requirement {
    OFF,
    OPTIONAL,
    ON
  }

  public static final String SMS = "SMS_MFA";
  public static final String SOFTWARE_TOKEN = "SOFTWARE_TOKEN_MFA";
  public static final String EMAIL = "EMAIL_OTP";

  static MfaSettings from(CloudFormationProperties pool) {
    return new MfaSettings(
        Requirement.valueOf(pool.word("MfaConfiguration", "OFF", "OFF", "OPTIONAL", "ON")),
        pool.words("EnabledMfas", SMS, SOFTWARE_TOKEN, EMAIL));
  }
}

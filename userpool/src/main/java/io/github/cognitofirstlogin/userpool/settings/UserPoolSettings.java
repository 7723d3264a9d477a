package io.github.cognitofirstlogin.userpool.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** The settings of a user pool, from the properties of an {@code AWS::Cognito::UserPool}. */
public record UserPoolSettings(
    PasswordPolicy passwordPolicy,
    Schema schema,
    UsernameRules usernames,
    MfaSettings mfa,
    Invitation invitation,
    Set<String> autoVerified,
    List<String> recovery) {

  public static final String TYPE = "AWS::Cognito::UserPool";
  private static final int TEMPORARY_PASSWORD_DAYS = 7;

  /** The settings that CloudFormation makes from a resource without properties. */
  public static UserPoolSettings defaults() {
    return from(JsonNodeFactory.instance.objectNode(), warning -> {});
  }

  /** Reads the resource's properties; one that is not emulated is named in a warning. */
  public static UserPoolSettings from(JsonNode properties, Consumer<String> warnings) {
    var pool = new CloudFormationProperties(TYPE, properties, warnings);
    pool.withoutEffectHere(
        "UserPoolName",
        "UserPoolTags",
        "UserPoolTier",
        // These settings matter only for attacks, which a local pool does not see.
        "UserPoolAddOns",
        "DeletionProtection",
        // These settings matter only for changed attributes, which happen here at the first login
        // only.
        "UserAttributeUpdateSettings",
        "EmailConfiguration",
        "SmsConfiguration",
        "SmsAuthenticationMessage",
        "EmailAuthenticationMessage",
        "EmailAuthenticationSubject",
        "VerificationMessageTemplate",
        "SmsVerificationMessage",
        "EmailVerificationMessage",
        "EmailVerificationSubject");
    var policies = pool.section("Policies");
    var adminCreateUser = pool.section("AdminCreateUserConfig");
    var settings =
        new UserPoolSettings(
            PasswordPolicy.from(
                policies.section("PasswordPolicy"),
                adminCreateUser.number(
                    "UnusedAccountValidityDays", TEMPORARY_PASSWORD_DAYS, 0, 365)),
            Schema.from(pool),
            UsernameRules.from(pool),
            MfaSettings.from(pool),
            Invitation.from(adminCreateUser),
            pool.words("AutoVerifiedAttributes", "email", "phone_number"),
            recovery(pool));
    policies.warnAboutTheRest();
    adminCreateUser.warnAboutTheRest();
    pool.warnAboutTheRest();
    return settings;
  }

  /**
   * The attributes to which the code for a forgotten password may be sent, the preferred one first.
   */
  private static List<String> recovery(CloudFormationProperties pool) {
    if (!pool.has("AccountRecoverySetting")) {
      return List.of("phone_number", "email");
    }
    var setting = pool.section("AccountRecoverySetting");
    var byPriority = new ArrayList<List<String>>(List.of(List.of(), List.of()));
    for (var mechanism : setting.sections("RecoveryMechanisms")) {
      var name =
          mechanism.word(
              "Name", "admin_only", "verified_email", "verified_phone_number", "admin_only");
      var attribute =
          name.equals("admin_only")
              ? List.<String>of()
              : List.of(name.substring("verified_".length()));
      byPriority.set(mechanism.number("Priority", 1, 1, 2) - 1, attribute);
      mechanism.warnAboutTheRest();
    }
    setting.warnAboutTheRest();
    return byPriority.stream().flatMap(List::stream).toList();
  }
}

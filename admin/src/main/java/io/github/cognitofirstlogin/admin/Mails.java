package io.github.cognitofirstlogin.admin;

import java.util.ArrayList;
import java.util.List;

/** Checks whether invitations and codes reach people in time. */
final class Mails {
  /** The value in a pool of the stack and in the documents. */
  private static final int USUAL_DAYS = 7;

  private Mails() {}

  static List<Finding> findings(Description pool) {
    var findings = new ArrayList<Finding>();
    lookAtRecovery(pool, findings);
    for (var failure : List.of("EmailConfigurationFailure", "SmsConfigurationFailure")) {
      pool.text(failure)
          .ifPresent(
              reason ->
                  findings.add(
                      Finding.weak(
                          "Cognito reports that it cannot send to everybody: " + OneLine.of(reason),
                          "pool: " + failure + " names what to correct")));
    }
    if (!pool.is("EmailConfiguration.EmailSendingAccount", "DEVELOPER")
        && !pool.has("LambdaConfig.CustomEmailSender.LambdaArn")) {
      findings.add(
          Finding.note(
              "Cognito itself sends the mails: 50 a day and no more, invitations and codes together",
              "pool: EmailConfiguration with EmailSendingAccount DEVELOPER"));
    }
    var days =
        pool.number("Policies.PasswordPolicy.TemporaryPasswordValidityDays")
            .or(() -> pool.number("AdminCreateUserConfig.UnusedAccountValidityDays"))
            .orElse(USUAL_DAYS);
    if (days != USUAL_DAYS) {
      findings.add(
          Finding.note(
              "A temporary password expires after %d %s, where the documents say %d days"
                  .formatted(days, days == 1 ? "day" : "days", USUAL_DAYS),
              "pool: Policies.PasswordPolicy.TemporaryPasswordValidityDays"));
    }
    return List.copyOf(findings);
  }

  private static void lookAtRecovery(Description pool, List<Finding> findings) {
    var ways =
        pool.each("AccountRecoverySetting.RecoveryMechanisms").stream()
            .flatMap(mechanism -> mechanism.text("Name").stream())
            .toList();
    if (ways.contains("admin_only")) {
      findings.add(
          Finding.weak(
              "Nobody can recover a forgotten password: POST /forgot-password sends nothing",
              "pool: AccountRecoverySetting verified_email"));
    } else if (!ways.isEmpty() && !ways.contains("verified_email")) {
      findings.add(
          Finding.weak(
              "Only people with a verified phone number can recover a forgotten password, and an"
                  + " invitation needs an e-mail address alone",
              "pool: AccountRecoverySetting with verified_email too"));
    }
  }
}

package io.github.cognitofirstlogin.admin;

import java.util.ArrayList;
import java.util.List;

/** The Lambda functions of the pool's owner that run while people are invited or sign in. */
final class Triggers {
  /**
   * The triggers by their names in CloudFormation. PostConfirmation runs after a forgotten
   * password. The triggers of custom challenges and of federated sign-in never run in a call of
   * this API.
   */
  private static final List<String> WITHIN_A_CALL =
      List.of("PreAuthentication", "PostAuthentication", "UserMigration", "PostConfirmation");

  private Triggers() {}

  static List<Finding> findings(Description pool) {
    var findings = new ArrayList<Finding>();
    var running = new ArrayList<>(WITHIN_A_CALL.stream().filter(name -> has(pool, name)).toList());
    var generatesTokens =
        has(pool, "PreTokenGeneration") || has(pool, "PreTokenGenerationConfig.LambdaArn");
    if (generatesTokens) {
      running.add("PreTokenGeneration");
    }
    if (!running.isEmpty()) {
      findings.add(
          Finding.note(
              "Triggers run within the calls of this API, which wait for them: "
                  + String.join(", ", running),
              "a person that one of them refuses gets rejected_by_policy, see docs/operations.md"));
    }
    if (generatesTokens) {
      findings.add(
          Finding.note(
              "PreTokenGeneration can make the access token too large for a cookie",
              "see token_too_large in docs/operations.md"));
    }
    if (has(pool, "PreSignUp")) {
      findings.add(
          Finding.note(
              "PreSignUp runs for each user that bin/invite creates, and may refuse the user",
              "bin/invite lists the users that it refused"));
    }
    if (has(pool, "CustomMessage")) {
      findings.add(
          Finding.note(
              "CustomMessage writes the invitations and the mails with codes",
              "trigger: an invitation with both {username} and {####}"));
    }
    for (var sender : List.of("CustomEmailSender", "CustomSMSSender")) {
      if (has(pool, sender + ".LambdaArn")) {
        findings.add(
            Finding.note(
                sender + " sends messages in place of Cognito: a lost message is not reported",
                "trigger: sends invitations and codes"));
      }
    }
    return List.copyOf(findings);
  }

  private static boolean has(Description pool, String trigger) {
    return pool.text("LambdaConfig." + trigger).isPresent();
  }
}

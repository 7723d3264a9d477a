package io.github.cognitofirstlogin.invite;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.cognitoidentityprovider.model.LambdaConfigType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolMfaType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolType;

/** What an owner's pool does beside a first login, which a pool of the stack's own does not. */
final class Additions {
  private Additions() {}

  static List<Finding> findings(UserPoolType pool) {
    var findings = new ArrayList<Finding>();
    if (pool.lambdaConfig() != null) {
      lookAtTriggers(pool.lambdaConfig(), findings);
    }
    if (pool.mfaConfiguration() == UserPoolMfaType.ON) {
      findings.add(
          Finding.note(
              "Everybody needs a second factor: after the new password comes one more challenge,"
                  + " and an authenticator app is the only factor that can be set up through this"
                  + " API",
              "pool: SoftwareTokenMfaConfiguration enabled; a page of yours needs the steps of"
                  + " docs/flows.md"));
    }
    return List.copyOf(findings);
  }

  private static void lookAtTriggers(LambdaConfigType triggers, List<Finding> findings) {
    var running = runningTriggers(triggers);
    if (!running.isEmpty()) {
      findings.add(
          Finding.note(
              "Triggers run within the calls of this API, which wait for them: "
                  + String.join(", ", running),
              "whom one refuses gets rejected_by_policy, see docs/operations.md"));
    }
    if (generatesTokens(triggers)) {
      findings.add(
          Finding.note(
              "PreTokenGeneration can make the access token too large for a cookie",
              "see token_too_large in docs/operations.md"));
    }
    if (triggers.customMessage() != null) {
      findings.add(
          Finding.note(
              "CustomMessage writes the invitations",
              "trigger: a text with both {username} and {####}"));
    }
  }

  /** By their names in CloudFormation; those of custom challenges never run in a first login. */
  private static List<String> runningTriggers(LambdaConfigType triggers) {
    var running = new ArrayList<String>();
    if (triggers.preAuthentication() != null) {
      running.add("PreAuthentication");
    }
    if (triggers.postAuthentication() != null) {
      running.add("PostAuthentication");
    }
    if (generatesTokens(triggers)) {
      running.add("PreTokenGeneration");
    }
    if (triggers.userMigration() != null) {
      running.add("UserMigration");
    }
    return running;
  }

  private static boolean generatesTokens(LambdaConfigType triggers) {
    return triggers.preTokenGeneration() != null || triggers.preTokenGenerationConfig() != null;
  }
}

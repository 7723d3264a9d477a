package io.github.cognitofirstlogin.admin;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The CDK context for a deployment with an existing pool and client. */
final class DeployWith {
  /** Cognito's default for a client without this setting. */
  private static final Duration COGNITOS_REFRESH_TOKEN = Duration.ofDays(30);

  private DeployWith() {}

  static List<String> context(Description pool, Optional<Description> client) {
    var context = new ArrayList<String>();
    context.add("-c userPoolId=" + pool.text("Id").orElse(""));
    client.ifPresentOrElse(
        known -> {
          context.add("-c userPoolClientId=" + known.text("ClientId").orElse(""));
          context.add("-c confidentialClient=" + SignIn.hasSecret(known));
          context.add("-c authSessionMinutes=" + SignIn.sessionMinutes(known));
          context.add("-c refreshTokenDays=" + refreshTokenDays(known));
        },
        () -> context.add("-c featurePlan=" + pool.text("UserPoolTier").orElse("ESSENTIALS")));
    var required = RequiredAttributes.askable(pool);
    if (!required.isEmpty()) {
      context.add("-c requiredAttributes=" + String.join(",", required));
    }
    return context;
  }

  /**
   * The cookie lives for whole days. The number is rounded up, because a cookie that ends too early
   * is worse.
   */
  private static long refreshTokenDays(Description client) {
    var validity = Validity.of(client, "RefreshToken", COGNITOS_REFRESH_TOKEN);
    return validity.plusDays(1).minusSeconds(1).toDays();
  }
}

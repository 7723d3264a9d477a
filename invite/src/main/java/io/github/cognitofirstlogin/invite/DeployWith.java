package io.github.cognitofirstlogin.invite;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.cognitoidentityprovider.model.SchemaAttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolClientType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolTierType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolType;

/** The CDK context that tells a deployment what is true of a pool and a client. */
final class DeployWith {
  /** What Cognito takes where a client says nothing. */
  private static final Duration COGNITOS_REFRESH_TOKEN = Duration.ofDays(30);

  private DeployWith() {}

  static List<String> context(UserPoolType pool, Optional<UserPoolClientType> client) {
    var context = new ArrayList<String>();
    context.add("-c userPoolId=" + pool.id());
    client.ifPresentOrElse(
        known -> {
          context.add("-c userPoolClientId=" + known.clientId());
          context.add("-c confidentialClient=" + (known.clientSecret() != null));
          context.add("-c authSessionMinutes=" + Requirements.sessionMinutes(known));
          context.add("-c refreshTokenDays=" + refreshTokenDays(known));
        },
        () ->
            context.add(
                "-c featurePlan="
                    + Optional.ofNullable(pool.userPoolTier())
                        .orElse(UserPoolTierType.ESSENTIALS)));
    var required = requiredAttributes(pool);
    if (!required.isEmpty()) {
      context.add("-c requiredAttributes=" + String.join(",", required));
    }
    return context;
  }

  /** What the pool asks everybody for; {@code sub} it gives itself. */
  static List<String> requiredAttributes(UserPoolType pool) {
    return pool.schemaAttributes().stream()
        .filter(attribute -> Boolean.TRUE.equals(attribute.required()))
        .map(SchemaAttributeType::name)
        .filter(name -> !name.equals("sub"))
        .sorted()
        .toList();
  }

  /** The cookie is kept for whole days, and rather a day too long than lost too early. */
  private static long refreshTokenDays(UserPoolClientType client) {
    var validity =
        Validity.of(
            client.refreshTokenValidity(),
            client.tokenValidityUnits() == null ? null : client.tokenValidityUnits().refreshToken(),
            COGNITOS_REFRESH_TOKEN);
    return validity.plusDays(1).minusSeconds(1).toDays();
  }
}

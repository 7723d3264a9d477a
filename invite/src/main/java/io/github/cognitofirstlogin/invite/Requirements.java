package io.github.cognitofirstlogin.invite;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.services.cognitoidentityprovider.model.DeletionProtectionType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ExplicitAuthFlowsType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.FeatureType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.OAuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.PreventUserExistenceErrorTypes;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RecoveryOptionNameType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RecoveryOptionType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolClientType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolType;

/**
 * What the stack sets on a pool and a client of its own, looked for on one that it does not own.
 */
final class Requirements {
  /** What Cognito takes where a client says nothing. */
  private static final int COGNITOS_SESSION_MINUTES = 3;

  /** Less is short for choosing a password and setting an authenticator app up. */
  private static final int ENOUGH_SESSION_MINUTES = 10;

  private static final Duration LONGEST_ACCESS_TOKEN = Duration.ofHours(1);

  private final List<Finding> findings = new ArrayList<>();

  private Requirements() {}

  static List<Finding> findings(UserPoolType pool, Optional<UserPoolClientType> client) {
    var requirements = new Requirements();
    requirements.look(pool);
    client.ifPresent(
        known -> {
          requirements.lookAtSignIn(known);
          requirements.lookAtSession(known);
          requirements.lookAtAttributes(pool, known);
        });
    return List.copyOf(requirements.findings);
  }

  static int sessionMinutes(UserPoolClientType client) {
    return Objects.requireNonNullElse(client.authSessionValidity(), COGNITOS_SESSION_MINUTES);
  }

  private void look(UserPoolType pool) {
    if (pool.adminCreateUserConfig() == null
        || !Boolean.TRUE.equals(pool.adminCreateUserConfig().allowAdminCreateUserOnly())) {
      weak(
          "Anybody may sign up, not only who is invited",
          "pool: AdminCreateUserConfig.AllowAdminCreateUserOnly true");
    }
    if (pool.deletionProtection() == DeletionProtectionType.INACTIVE) {
      weak("One call deletes the pool and its users", "pool: DeletionProtection ACTIVE");
    }
    if (isRecoveredByAdministratorsOnly(pool)) {
      weak(
          "Nobody can recover a forgotten password: POST /forgot-password sends nothing",
          "pool: AccountRecoverySetting verified_email");
    }
  }

  private static boolean isRecoveredByAdministratorsOnly(UserPoolType pool) {
    return pool.accountRecoverySetting() != null
        && pool.accountRecoverySetting().recoveryMechanisms().stream()
            .map(RecoveryOptionType::name)
            .anyMatch(RecoveryOptionNameType.ADMIN_ONLY::equals);
  }

  private void lookAtSignIn(UserPoolClientType client) {
    if (!allows(client, ExplicitAuthFlowsType.ALLOW_USER_PASSWORD_AUTH)
        && !allows(client, ExplicitAuthFlowsType.USER_PASSWORD_AUTH)) {
      missing(
          "The flow USER_PASSWORD_AUTH is off: POST /login is always refused",
          "client: ExplicitAuthFlows with ALLOW_USER_PASSWORD_AUTH");
    }
    if (sessionMinutes(client) < ENOUGH_SESSION_MINUTES) {
      weak(
          "A challenge can be answered for %d minutes only".formatted(sessionMinutes(client)),
          "client: AuthSessionValidity 15");
    }
    if (client.preventUserExistenceErrors() != PreventUserExistenceErrorTypes.ENABLED) {
      weak("Strangers are told which users exist", "client: PreventUserExistenceErrors ENABLED");
    }
    if (Boolean.TRUE.equals(client.allowedOAuthFlowsUserPoolClient())) {
      weak(
          client.allowedOAuthFlows().contains(OAuthFlowType.IMPLICIT)
              ? "OAuth is open too, with the implicit grant, which puts tokens into URLs"
              : "OAuth is open too, a second way in that the first login does not use",
          "client: AllowedOAuthFlowsUserPoolClient false, where no other application needs it");
    }
  }

  private void lookAtSession(UserPoolClientType client) {
    var rotates =
        client.refreshTokenRotation() != null
            && client.refreshTokenRotation().feature() == FeatureType.ENABLED;
    var refreshes =
        allows(client, ExplicitAuthFlowsType.ALLOW_REFRESH_TOKEN_AUTH)
            || client.explicitAuthFlowsAsStrings().stream()
                .noneMatch(flow -> flow.startsWith("ALLOW_"));
    if (!rotates && !refreshes) {
      missing(
          "Sessions cannot be renewed: there is neither rotation nor ALLOW_REFRESH_TOKEN_AUTH",
          "client: RefreshTokenRotation ENABLED");
    } else if (!rotates) {
      weak(
          "A stolen refresh token works as long as the session",
          "client: RefreshTokenRotation ENABLED with 60 seconds of grace, without"
              + " ALLOW_REFRESH_TOKEN_AUTH");
    }
    if (!Boolean.TRUE.equals(client.enableTokenRevocation())) {
      weak("Signing out does not end the refresh token", "client: EnableTokenRevocation true");
    }
    var accessToken =
        Validity.of(
            client.accessTokenValidity(),
            client.tokenValidityUnits() == null ? null : client.tokenValidityUnits().accessToken(),
            LONGEST_ACCESS_TOKEN);
    if (accessToken.compareTo(LONGEST_ACCESS_TOKEN) > 0) {
      weak(
          "An access token is good for %d minutes, after signing out as well"
              .formatted(accessToken.toMinutes()),
          "client: AccessTokenValidity 60 minutes at the most");
    }
  }

  private void lookAtAttributes(UserPoolType pool, UserPoolClientType client) {
    if (client.writeAttributes().isEmpty()) {
      return;
    }
    for (var name : DeployWith.requiredAttributes(pool)) {
      if (!client.writeAttributes().contains(name)) {
        missing(
            "Nobody can give the required attribute '%s' at the first login".formatted(name),
            "client: WriteAttributes with " + name);
      }
    }
  }

  private static boolean allows(UserPoolClientType client, ExplicitAuthFlowsType flow) {
    return client.explicitAuthFlows().contains(flow);
  }

  private void missing(String what, String mend) {
    findings.add(Finding.missing(what, mend));
  }

  private void weak(String what, String mend) {
    findings.add(Finding.weak(what, mend));
  }
}

package io.github.cognitofirstlogin.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks whether people can sign in with a password, and which other ways to sign in there are. */
final class SignIn {
  /** Cognito's default for a client without this setting. */
  private static final int COGNITOS_SESSION_MINUTES = 3;

  /** A shorter time is too short to choose a password and to set an authenticator app up. */
  private static final int ENOUGH_SESSION_MINUTES = 10;

  private final List<Finding> findings = new ArrayList<>();

  private SignIn() {}

  static List<Finding> findings(Description pool, Optional<Description> client) {
    var signIn = new SignIn();
    signIn.lookAt(pool);
    client.ifPresent(
        known -> {
          signIn.lookAtFlows(known);
          signIn.lookAtSecret(known);
          signIn.lookAtOtherWays(known);
        });
    signIn.lookForPasswordless(pool, client);
    signIn.lookAtThreatProtection(pool, client);
    return List.copyOf(signIn.findings);
  }

  static int sessionMinutes(Description client) {
    return client.number("AuthSessionValidity").orElse(COGNITOS_SESSION_MINUTES);
  }

  /** Cognito answers the secret itself, or its ARN in Secrets Manager. */
  static boolean hasSecret(Description client) {
    return client.has("ClientSecret") || client.has("ClientSecretArn");
  }

  private void lookAt(Description pool) {
    if (!pool.is("AdminCreateUserConfig.AllowAdminCreateUserOnly", "true")) {
      findings.add(
          Finding.weak(
              "Anybody may sign up, not only people who were invited",
              "pool: AdminCreateUserConfig.AllowAdminCreateUserOnly true"));
    }
    if (pool.is("DeletionProtection", "INACTIVE")) {
      findings.add(
          Finding.weak(
              "One call deletes the pool and its users", "pool: DeletionProtection ACTIVE"));
    }
    if (pool.is("MfaConfiguration", "ON")) {
      findings.add(
          Finding.note(
              "Everybody needs a second factor: after the new password comes one more challenge,"
                  + " and an authenticator app is the only factor that can be set up through this"
                  + " API",
              "pool: SoftwareTokenMfaConfiguration enabled; a page of yours needs the steps of"
                  + " docs/flows.md"));
    }
  }

  private void lookAtFlows(Description client) {
    var flows = client.texts("ExplicitAuthFlows");
    if (!flows.contains("ALLOW_USER_PASSWORD_AUTH") && !flows.contains("USER_PASSWORD_AUTH")) {
      findings.add(
          Finding.missing(
              "The flow USER_PASSWORD_AUTH is off: POST /login is always refused",
              "client: ExplicitAuthFlows with ALLOW_USER_PASSWORD_AUTH"));
    }
    if (sessionMinutes(client) < ENOUGH_SESSION_MINUTES) {
      findings.add(
          Finding.weak(
              "A challenge can be answered for %d minutes only".formatted(sessionMinutes(client)),
              "client: AuthSessionValidity 15"));
    }
    if (!client.is("PreventUserExistenceErrors", "ENABLED")) {
      findings.add(
          Finding.weak(
              "Strangers are told which users exist",
              "client: PreventUserExistenceErrors ENABLED"));
    }
  }

  private void lookAtSecret(Description client) {
    if (client.has("ClientSecretArn")) {
      findings.add(
          Finding.missing(
              "The client's secret is kept in Secrets Manager, which the function does not read:"
                  + " every sign-in ends with service_misconfigured",
              "client: PublishSecretsInAWSSecretsManager false; other applications that read the"
                  + " secret there must then get it from Cognito"));
    }
  }

  private void lookAtOtherWays(Description client) {
    if (client.is("AllowedOAuthFlowsUserPoolClient", "true")) {
      findings.add(
          Finding.weak(
              client.texts("AllowedOAuthFlows").contains("implicit")
                  ? "OAuth is enabled too, with the implicit grant, which puts tokens into URLs"
                  : "OAuth is enabled too: a second way to sign in, which the first login does not"
                      + " use",
              "client: AllowedOAuthFlowsUserPoolClient false, where no other application needs"
                  + " it"));
    }
    var providers =
        client.texts("SupportedIdentityProviders").stream()
            .filter(provider -> !provider.equals("COGNITO"))
            .map(OneLine::of)
            .toList();
    if (!providers.isEmpty()) {
      findings.add(
          Finding.note(
              "People who sign in with %s have no password in this pool and cannot sign in through this API"
                  .formatted(String.join(", ", providers)),
              "managed login signs them in, with an app client of its own"));
    }
  }

  private void lookForPasswordless(Description pool, Optional<Description> client) {
    var factors = passwordless(pool.texts("Policies.SignInPolicy.AllowedFirstAuthFactors"));
    if (!factors.isEmpty()) {
      findings.add(
          Finding.note(
              "The pool lets people sign in without a password (%s): this API asks for a password and"
                      .formatted(String.join(", ", factors))
                  + " offers none of these, so that a user without a password cannot sign in here",
              "bin/invite refuses to create users in such a pool, where Cognito makes no temporary"
                  + " password; aws cognito-idp admin-create-user --temporary-password sets one"));
    } else if (client.isPresent()
        && client.get().texts("ExplicitAuthFlows").contains("ALLOW_USER_AUTH")) {
      findings.add(
          Finding.note(
              "The client allows USER_AUTH, in which people choose how to sign in: this API uses"
                  + " USER_PASSWORD_AUTH alone",
              "client: ExplicitAuthFlows without ALLOW_USER_AUTH, where no other application needs"
                  + " it"));
    }
  }

  /** The first factors of a pool other than a password. */
  static List<String> passwordless(List<String> factors) {
    return factors.stream().filter(factor -> !factor.equals("PASSWORD")).toList();
  }

  private void lookAtThreatProtection(Description pool, Optional<Description> client) {
    var mode = pool.text("UserPoolAddOns.AdvancedSecurityMode").orElse("OFF");
    if (mode.equals("OFF") || client.isEmpty()) {
      return;
    }
    if (!hasSecret(client.get())
        || !client.get().is("EnablePropagateAdditionalUserContextData", "true")) {
      findings.add(
          Finding.weak(
              "Threat protection (%s) sees the function's address in place of each user's address"
                  .formatted(mode),
              "client: a secret and EnablePropagateAdditionalUserContextData true"));
    }
    if (mode.equals("ENFORCED")) {
      findings.add(
          Finding.note(
              "Threat protection may refuse a sign-in that looks risky, with the words of a wrong"
                  + " password",
              "see not_authorized in docs/operations.md"));
    }
  }
}

package io.github.cognitofirstlogin.infra;

import io.github.cognitofirstlogin.infra.config.AuthConfig;
import software.amazon.awscdk.Annotations;
import software.constructs.Construct;

/**
 * What whoever deploys onto an existing user pool should know: nothing of it is looked up, so that
 * all that can be said at synthesis is what is taken for granted.
 */
final class ExistingPoolNote {
  private ExistingPoolNote() {}

  static void on(Construct construct, AuthConfig.Users users) {
    var pool = users.existingPool().orElseThrow();
    var annotations = Annotations.of(construct);
    annotations.addInfoV2(
        "cognito-first-login:existingUserPool",
        ("User pool %s is not managed here and was not looked at: 'bin/check-pool --user-pool-id"
                + " %s%s' lists what it lacks, such as the flow USER_PASSWORD_AUTH, sessions of"
                + " more than 3 minutes, hidden existence errors, token revocation.")
            .formatted(
                pool.id(), pool.id(), pool.clientId().map(id -> " --client-id " + id).orElse("")));
    pool.clientId()
        .ifPresent(
            id ->
                annotations.addInfoV2(
                    "cognito-first-login:existingUserPoolClient",
                    ("App client %s is taken to have %s secret (confidentialClient), sessions of %d"
                            + " minutes (authSessionMinutes) and refresh tokens of %d days"
                            + " (refreshTokenDays).")
                        .formatted(
                            id,
                            users.confidentialClient() ? "a" : "no",
                            users.authSessionMinutes(),
                            users.refreshTokenDays())));
  }
}

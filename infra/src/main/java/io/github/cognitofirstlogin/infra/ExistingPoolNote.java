package io.github.cognitofirstlogin.infra;

import io.github.cognitofirstlogin.auth.contract.UserPoolClientType;
import io.github.cognitofirstlogin.infra.config.ContextKey;
import io.github.cognitofirstlogin.infra.config.Names;
import io.github.cognitofirstlogin.infra.config.Users;
import java.util.Optional;
import software.amazon.awscdk.Annotations;
import software.amazon.awscdk.Token;
import software.constructs.Construct;

/**
 * The note about an existing user pool. The synthesis reads nothing from AWS, so the note states
 * its assumptions.
 */
final class ExistingPoolNote {
  private ExistingPoolNote() {}

  static void on(Construct construct, Pool.Existing existing, Users users, Names names) {
    var pool = known(existing.pool().getUserPoolId()).orElse("<UserPoolId>");
    var client =
        existing
            .client()
            .map(each -> known(each.getUserPoolClientId()).orElse("<UserPoolClientId>"));
    var annotations = Annotations.of(construct);
    annotations.addInfoV2(
        "cognito-first-login:existingUserPool",
        ("User pool %s is not managed here and was not checked: 'bin/check-pool --user-pool-id"
                + " %s%s' lists what it lacks, such as the flow USER_PASSWORD_AUTH, sessions of"
                + " more than 3 minutes, hidden existence errors, token revocation.")
            .formatted(pool, pool, client.map(id -> " --client-id " + id).orElse("")));
    client.ifPresent(
        id ->
            annotations.addInfoV2(
                "cognito-first-login:existingUserPoolClient",
                ("App client %s is assumed to have %s secret (%s), sessions of %d minutes (%s) and"
                        + " refresh tokens of %d days (%s).")
                    .formatted(
                        id,
                        users.clientType() == UserPoolClientType.CONFIDENTIAL ? "a" : "no",
                        names.of(ContextKey.CONFIDENTIAL_CLIENT),
                        users.lifetimes().authSession().toMinutes(),
                        names.of(ContextKey.AUTH_SESSION_MINUTES),
                        users.lifetimes().refreshToken().toDays(),
                        names.of(ContextKey.REFRESH_TOKEN_DAYS))));
  }

  /** Empty if the same app makes the pool, because its ID is known only at the deployment. */
  private static Optional<String> known(String id) {
    return Boolean.TRUE.equals(Token.isUnresolved(id)) ? Optional.empty() : Optional.of(id);
  }
}

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
 * What a person who deploys onto an existing user pool should know. Synthesis looks nothing of the
 * pool up, so it can only say what it takes for granted.
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
        ("User pool %s is not managed here and was not looked at: 'bin/check-pool --user-pool-id"
                + " %s%s' lists what it lacks, such as the flow USER_PASSWORD_AUTH, sessions of"
                + " more than 3 minutes, hidden existence errors, token revocation.")
            .formatted(pool, pool, client.map(id -> " --client-id " + id).orElse("")));
    client.ifPresent(
        id ->
            annotations.addInfoV2(
                "cognito-first-login:existingUserPoolClient",
                ("App client %s is taken to have %s secret (%s), sessions of %d minutes (%s) and"
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

  /** Empty where the same app makes it: the deployment gives it its ID. */
  private static Optional<String> known(String id) {
    return Boolean.TRUE.equals(Token.isUnresolved(id)) ? Optional.empty() : Optional.of(id);
  }
}

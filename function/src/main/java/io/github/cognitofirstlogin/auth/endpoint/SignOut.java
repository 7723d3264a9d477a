package io.github.cognitofirstlogin.auth.endpoint;

import io.github.cognitofirstlogin.auth.cognito.AuthOutcome.Failure;
import io.github.cognitofirstlogin.auth.cognito.AuthOutcome.Refused;
import io.github.cognitofirstlogin.auth.cognito.UserPool;
import io.github.cognitofirstlogin.auth.contract.ErrorCode;
import io.github.cognitofirstlogin.auth.http.Reply;
import io.github.cognitofirstlogin.auth.http.Request;
import io.github.cognitofirstlogin.auth.http.SessionCookies;
import java.util.Optional;

/**
 * {@code DELETE /session}: revokes the refresh token and what came of it, and clears the cookies,
 * which it does also when Cognito cannot be asked.
 */
public final class SignOut implements Endpoint {
  private final SessionCookies cookies;

  public SignOut(SessionCookies cookies) {
    this.cookies = cookies;
  }

  @Override
  public Reply handle(Request request, UserPool userPool) {
    Reply signedOut = Reply.ok("Signed out").withCookies(cookies.clear());
    Optional<String> token = request.cookie(cookies.refreshName());
    if (token.isEmpty()) {
      return signedOut.with("revoked", false);
    }
    Optional<ErrorCode> obstacle =
        userPool.revoke(token.get()).map(SignOut::code).filter(SignOut::isObstacle);
    Reply reply = signedOut.with("revoked", obstacle.isEmpty());
    return obstacle.map(reply::noting).orElse(reply);
  }

  private static ErrorCode code(Failure failure) {
    return failure instanceof Refused refused ? refused.code() : ErrorCode.UPSTREAM_ERROR;
  }

  /** A token that no longer counts needs no revocation. */
  private static boolean isObstacle(ErrorCode code) {
    return code != ErrorCode.SESSION_ENDED;
  }
}

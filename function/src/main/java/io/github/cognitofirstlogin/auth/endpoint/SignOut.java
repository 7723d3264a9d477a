package io.github.cognitofirstlogin.auth.endpoint;

import io.github.cognitofirstlogin.auth.cognito.AuthOutcome.Failure;
import io.github.cognitofirstlogin.auth.cognito.AuthOutcome.Refused;
import io.github.cognitofirstlogin.auth.cognito.UserPool;
import io.github.cognitofirstlogin.auth.contract.ErrorCode;
import io.github.cognitofirstlogin.auth.http.Reply;
import io.github.cognitofirstlogin.auth.http.Request;
import io.github.cognitofirstlogin.auth.http.SessionCookies;
import java.util.List;

/**
 * {@code DELETE /session}: revokes the refresh tokens of the request and clears the cookies. A
 * sign-out also revokes tokens from a former configuration of the cookies. A sign-out clears the
 * cookies even if Cognito cannot be reached.
 */
public final class SignOut implements Endpoint {
  private final SessionCookies cookies;

  public SignOut(SessionCookies cookies) {
    this.cookies = cookies;
  }

  @Override
  public Reply handle(Request request, UserPool userPool) {
    Reply signedOut = Reply.ok("Signed out").withCookies(cookies.clear());
    List<String> names = cookies.refreshNamesEver();
    List<String> tokens =
        names.stream().flatMap(name -> request.cookies(name).stream()).distinct().toList();
    boolean leftOut = names.stream().anyMatch(request::leavesCookiesOut);
    List<ErrorCode> failures =
        tokens.stream()
            .flatMap(token -> userPool.revoke(token).stream())
            .map(SignOut::code)
            .toList();
    Reply reply = signedOut.with("revoked", !tokens.isEmpty() && !leftOut && failures.isEmpty());
    return failures.stream()
        .filter(SignOut::isWorthNoting)
        .findFirst()
        .map(reply::noting)
        .orElse(reply);
  }

  private static ErrorCode code(Failure failure) {
    return failure.fold(Refused::code, unknown -> ErrorCode.UPSTREAM_ERROR);
  }

  /** A value that is not a refresh token needs no revocation, so its refusal is not noted. */
  private static boolean isWorthNoting(ErrorCode code) {
    return code != ErrorCode.SESSION_ENDED;
  }
}

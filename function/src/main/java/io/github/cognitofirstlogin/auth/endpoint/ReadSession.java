package io.github.cognitofirstlogin.auth.endpoint;

import io.github.cognitofirstlogin.auth.cognito.UserPool;
import io.github.cognitofirstlogin.auth.contract.ErrorCode;
import io.github.cognitofirstlogin.auth.http.Reply;
import io.github.cognitofirstlogin.auth.http.Request;
import io.github.cognitofirstlogin.auth.http.SessionCookies;
import io.github.cognitofirstlogin.auth.session.AccessTokens;
import io.github.cognitofirstlogin.auth.session.Session;

/** {@code GET /session}: who is signed in, from the verified token. */
public final class ReadSession implements Endpoint {
  private final SessionCookies cookies;
  private final AccessTokens accessTokens;

  public ReadSession(SessionCookies cookies, AccessTokens accessTokens) {
    this.cookies = cookies;
    this.accessTokens = accessTokens;
  }

  @Override
  public Reply handle(Request request, UserPool userPool) {
    return accessTokens
        .verified(request.cookies(cookies.accessName()))
        .map(ReadSession::reply)
        .orElseGet(() -> Reply.error(ErrorCode.SESSION_ENDED).withCookies(cookies.clearAccess()));
  }

  private static Reply reply(Session session) {
    return Reply.ok("Signed in")
        .with("username", session.username())
        .with("sub", session.sub())
        .with("groups", session.groups())
        .with("expiresAt", session.expiresAt().toString());
  }
}

package io.github.cognitofirstlogin.auth.endpoint;

import io.github.cognitofirstlogin.auth.cognito.UserPool;
import io.github.cognitofirstlogin.auth.contract.ErrorCode;
import io.github.cognitofirstlogin.auth.http.Reply;
import io.github.cognitofirstlogin.auth.http.Request;
import io.github.cognitofirstlogin.auth.http.SessionCookies;
import io.github.cognitofirstlogin.auth.session.AccessTokens;
import io.github.cognitofirstlogin.auth.session.Session;
import io.github.cognitofirstlogin.auth.session.Verdict;

/** {@code GET /session}: tells which user is signed in, from the verified token. */
public final class ReadSession implements Endpoint {
  private final SessionCookies cookies;
  private final AccessTokens accessTokens;

  public ReadSession(SessionCookies cookies, AccessTokens accessTokens) {
    this.cookies = cookies;
    this.accessTokens = accessTokens;
  }

  @Override
  public Reply handle(Request request, UserPool userPool) {
    Verdict verdict = accessTokens.verified(request.cookies(cookies.accessName()));
    return verdict.session().map(ReadSession::reply).orElseGet(() -> ended(verdict));
  }

  /** The cookie stays if its token may still turn out to be valid. */
  private Reply ended(Verdict verdict) {
    Reply reply = Reply.error(ErrorCode.SESSION_ENDED);
    return verdict.certain() ? reply.withCookies(cookies.clearAccess()) : reply;
  }

  private static Reply reply(Session session) {
    return Reply.ok("Signed in")
        .with("username", session.username())
        .with("sub", session.sub())
        .with("groups", session.groups())
        .with("expiresAt", session.expiresAt().toString());
  }
}

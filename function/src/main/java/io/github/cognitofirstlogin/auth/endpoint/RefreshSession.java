package io.github.cognitofirstlogin.auth.endpoint;

import io.github.cognitofirstlogin.auth.cognito.AuthOutcome.Failure;
import io.github.cognitofirstlogin.auth.cognito.AuthOutcome.Refused;
import io.github.cognitofirstlogin.auth.cognito.UserPool;
import io.github.cognitofirstlogin.auth.contract.ErrorCode;
import io.github.cognitofirstlogin.auth.http.Reply;
import io.github.cognitofirstlogin.auth.http.Request;
import io.github.cognitofirstlogin.auth.http.SessionCookies;

/** {@code POST /session/refresh}: a new access token, and a new refresh token where they rotate. */
public final class RefreshSession implements Endpoint {
  private final SessionCookies cookies;
  private final SessionStart sessionStart;
  private final Replies replies;

  public RefreshSession(SessionStart sessionStart, Replies replies) {
    this.cookies = sessionStart.cookies();
    this.sessionStart = sessionStart;
    this.replies = replies;
  }

  @Override
  public Reply handle(Request request, UserPool userPool) {
    return request
        .cookie(cookies.refreshName())
        .map(token -> refreshed(token, userPool))
        .orElseGet(() -> ended(ErrorCode.SESSION_ENDED));
  }

  private Reply refreshed(String token, UserPool userPool) {
    return userPool
        .refresh(token)
        .fold(
            tokens -> sessionStart.reply("Session refreshed", tokens),
            challenge -> ended(ErrorCode.SESSION_ENDED),
            failure -> failed(failure, token, userPool));
  }

  private Reply failed(Failure failure, String token, UserPool userPool) {
    if (!(failure instanceof Refused refused) || refused.code().signInStatus() != 401) {
      return replies.failed(failure, ErrorCode::signInStatus);
    }
    if (refused.code() == ErrorCode.REFRESH_TOKEN_REUSED) {
      // Two have had this token, and one of them is not the user: nobody keeps what came of it.
      var unused = userPool.revoke(token);
    }
    return ended(refused.code());
  }

  /** Who is asked to sign in again does not learn whether a token was stolen; the log does. */
  private Reply ended(ErrorCode reason) {
    return Reply.error(ErrorCode.SESSION_ENDED).withCookies(cookies.clear()).noting(reason);
  }
}

package io.github.cognitofirstlogin.auth.endpoint;

import io.github.cognitofirstlogin.auth.cognito.AuthOutcome.Refused;
import io.github.cognitofirstlogin.auth.cognito.UserPool;
import io.github.cognitofirstlogin.auth.contract.ErrorCode;
import io.github.cognitofirstlogin.auth.http.Reply;
import io.github.cognitofirstlogin.auth.http.Request;
import io.github.cognitofirstlogin.auth.http.SessionCookies;
import java.util.List;

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
    List<String> tokens = request.cookies(cookies.refreshName());
    return tokens.isEmpty() ? ended(ErrorCode.SESSION_ENDED) : refreshed(tokens, userPool);
  }

  private Reply refreshed(List<String> tokens, UserPool userPool) {
    return userPool
        .refresh(tokens.get(0))
        .fold(
            renewed -> sessionStart.reply("Session refreshed", renewed),
            challenge -> ended(ErrorCode.SESSION_ENDED),
            failure ->
                failure instanceof Refused refused && refused.code().signInStatus() == 401
                    ? refused(refused.code(), tokens, userPool)
                    : replies.failed(failure, ErrorCode::signInStatus));
  }

  /** While one token counts, another that does not was left by a former configuration. */
  private Reply refused(ErrorCode reason, List<String> tokens, UserPool userPool) {
    if (tokens.size() > 1) {
      Reply reply = refreshed(tokens.subList(1, tokens.size()), userPool);
      if (reply.status() != ErrorCode.SESSION_ENDED.status()) {
        return reply;
      }
    }
    if (reason == ErrorCode.REFRESH_TOKEN_REUSED) {
      // Two have had this token, and one of them is not the user: nobody keeps what came of it.
      var unused = userPool.revoke(tokens.get(0));
    }
    return ended(reason);
  }

  /** Who is asked to sign in again does not learn whether a token was stolen; the log does. */
  private Reply ended(ErrorCode reason) {
    return Reply.error(ErrorCode.SESSION_ENDED).withCookies(cookies.clear()).noting(reason);
  }
}

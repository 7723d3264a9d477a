package io.github.cognitofirstlogin.auth.endpoint;

import io.github.cognitofirstlogin.auth.cognito.AuthOutcome;
import io.github.cognitofirstlogin.auth.cognito.AuthOutcome.Authenticated;
import io.github.cognitofirstlogin.auth.cognito.AuthOutcome.Failure;
import io.github.cognitofirstlogin.auth.cognito.AuthOutcome.Refused;
import io.github.cognitofirstlogin.auth.cognito.UserPool;
import io.github.cognitofirstlogin.auth.contract.ErrorCode;
import io.github.cognitofirstlogin.auth.http.Reply;
import io.github.cognitofirstlogin.auth.http.Request;
import io.github.cognitofirstlogin.auth.http.SessionCookies;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code POST /session/refresh}: a new access token, and a new refresh token if refresh tokens
 * rotate.
 *
 * <p>A request may have several refresh tokens, because a former configuration of the cookies can
 * leave one. The function tries one after the other. The first token that Cognito accepts is the
 * session. The later tokens are not tried, because a try would rotate them. After a refused token
 * the search continues, whatever the reason. The search ends if Cognito gives no answer about a
 * token.
 */
public final class RefreshSession implements Endpoint {
  private static final int UNAUTHORIZED = 401;
  private static final int TOO_MANY_REQUESTS = 429;

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
    List<String> reused = new ArrayList<>();
    List<Refused> refusals = new ArrayList<>();
    for (String token : request.cookies(cookies.refreshName())) {
      AuthOutcome outcome = userPool.refresh(token);
      if (outcome instanceof Authenticated renewed) {
        return noting(reused, sessionStart.reply("Session refreshed", renewed.tokens()));
      }
      if (outcome instanceof Refused refused && isAboutTheToken(refused)) {
        if (refused.code() == ErrorCode.REFRESH_TOKEN_REUSED) {
          reused.add(token);
        } else {
          refusals.add(refused);
        }
      } else if (outcome instanceof Failure failure) {
        return noting(reused, replies.failed(failure, ErrorCode::signInStatus));
      }
    }
    for (String token : reused) {
      // Two clients have used this token, and one of them is not the user's, so the session ends
      // for both.
      var unused = userPool.revoke(token);
    }
    return noting(reused, refused(refusals));
  }

  /** Whether another token may be valid: Cognito has answered, and refuses only this token. */
  private static boolean isAboutTheToken(Refused refused) {
    return refused.code().signInStatus() < TOO_MANY_REQUESTS;
  }

  /** The first refusal that does not end the session; without one the session has ended. */
  private Reply refused(List<Refused> refusals) {
    return refusals.stream()
        .filter(refused -> refused.code().signInStatus() != UNAUTHORIZED)
        .findFirst()
        .map(refused -> replies.failed(refused, ErrorCode::signInStatus))
        .orElseGet(() -> Reply.error(ErrorCode.SESSION_ENDED).withCookies(cookies.clear()));
  }

  /** The reply does not tell whether a token was stolen; the log and the metrics do. */
  private static Reply noting(List<String> reused, Reply reply) {
    return reused.isEmpty() ? reply : reply.noting(ErrorCode.REFRESH_TOKEN_REUSED);
  }
}

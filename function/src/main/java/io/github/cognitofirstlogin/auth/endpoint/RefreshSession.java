package io.github.cognitofirstlogin.auth.endpoint;

import io.github.cognitofirstlogin.auth.cognito.AuthOutcome;
import io.github.cognitofirstlogin.auth.cognito.AuthOutcome.Refused;
import io.github.cognitofirstlogin.auth.cognito.UserPool;
import io.github.cognitofirstlogin.auth.contract.ErrorCode;
import io.github.cognitofirstlogin.auth.http.Reply;
import io.github.cognitofirstlogin.auth.http.Request;
import io.github.cognitofirstlogin.auth.http.SessionCookies;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code POST /session/refresh}: a new access token, and a new refresh token where they rotate.
 *
 * <p>A request may carry several refresh tokens, since a former configuration of the cookies can
 * leave one. They are tried one after the other, and the first that Cognito takes is the session;
 * the tokens behind it are not tried, because a try would rotate them.
 */
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
    List<String> reused = new ArrayList<>();
    for (String token : request.cookies(cookies.refreshName())) {
      AuthOutcome outcome = userPool.refresh(token);
      Optional<Reply> reply = reply(outcome);
      if (reply.isPresent()) {
        return noting(reused, reply.get());
      }
      if (isReuse(outcome)) {
        reused.add(token);
      }
    }
    for (String token : reused) {
      // Two have had this token, and one of them is not the user: nobody keeps what came of it.
      var unused = userPool.revoke(token);
    }
    return noting(reused, Reply.error(ErrorCode.SESSION_ENDED).withCookies(cookies.clear()));
  }

  /** Empty where the token renews nothing any more. */
  private Optional<Reply> reply(AuthOutcome outcome) {
    return outcome.fold(
        renewed -> Optional.of(sessionStart.reply("Session refreshed", renewed)),
        challenge -> Optional.empty(),
        failure ->
            failure instanceof Refused refused && refused.code().signInStatus() == 401
                ? Optional.empty()
                : Optional.of(replies.failed(failure, ErrorCode::signInStatus)));
  }

  private static boolean isReuse(AuthOutcome outcome) {
    return outcome instanceof Refused refused && refused.code() == ErrorCode.REFRESH_TOKEN_REUSED;
  }

  /** The caller does not learn whether a token was stolen; the log and the metrics always do. */
  private static Reply noting(List<String> reused, Reply reply) {
    return reused.isEmpty() ? reply : reply.noting(ErrorCode.REFRESH_TOKEN_REUSED);
  }
}

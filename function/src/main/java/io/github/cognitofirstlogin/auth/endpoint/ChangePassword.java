package io.github.cognitofirstlogin.auth.endpoint;

import io.github.cognitofirstlogin.auth.cognito.UserPool;
import io.github.cognitofirstlogin.auth.contract.ErrorCode;
import io.github.cognitofirstlogin.auth.http.JsonBody;
import io.github.cognitofirstlogin.auth.http.Reply;
import io.github.cognitofirstlogin.auth.http.TextRule;

/** {@code POST /change-password}: completes the first login with a password of the user's own. */
public final class ChangePassword implements Endpoint {
  private static final String CHANGED = "Password changed successfully";

  private final UserPool userPool;
  private final Replies replies;

  public ChangePassword(UserPool userPool, Replies replies) {
    this.userPool = userPool;
    this.replies = replies;
  }

  @Override
  public Reply handle(JsonBody body) {
    return userPool
        .answerNewPassword(
            body.required("username", TextRule.USERNAME),
            body.required("new_password", TextRule.PASSWORD),
            body.required("session", TextRule.SESSION))
        .fold(
            tokens -> replies.signedIn(CHANGED, tokens),
            challenge -> replies.challenge(CHANGED, challenge),
            refused -> replies.refused(refused, ErrorCode::status),
            replies::unknown);
  }
}

package io.github.cognitofirstlogin.auth.endpoint;

import io.github.cognitofirstlogin.auth.cognito.UserPool;
import io.github.cognitofirstlogin.auth.http.JsonBody;
import io.github.cognitofirstlogin.auth.http.Reply;
import io.github.cognitofirstlogin.auth.http.Request;
import io.github.cognitofirstlogin.auth.http.TextRule;

/** {@code POST /confirm-forgot-password}: sets a new password with the code that was sent. */
public final class ConfirmForgotPassword implements Endpoint {
  private final Replies replies;

  public ConfirmForgotPassword(Replies replies) {
    this.replies = replies;
  }

  @Override
  public Reply handle(Request request, UserPool userPool) {
    JsonBody body = request.json();
    return userPool
        .resetPassword(
            body.required("username", TextRule.USERNAME),
            body.required("code", TextRule.DELIVERED_CODE),
            body.required("new_password", TextRule.NEW_PASSWORD))
        .map(failure -> replies.failedReset(failure))
        .orElseGet(() -> Reply.ok("Password changed successfully"));
  }
}

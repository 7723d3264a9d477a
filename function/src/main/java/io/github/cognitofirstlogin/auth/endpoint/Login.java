package io.github.cognitofirstlogin.auth.endpoint;

import io.github.cognitofirstlogin.auth.cognito.Challenge;
import io.github.cognitofirstlogin.auth.cognito.UserPool;
import io.github.cognitofirstlogin.auth.contract.ErrorCode;
import io.github.cognitofirstlogin.auth.http.JsonBody;
import io.github.cognitofirstlogin.auth.http.Reply;
import io.github.cognitofirstlogin.auth.http.Request;
import io.github.cognitofirstlogin.auth.text.TextRule;

/** {@code POST /login}: signs in, or answers the challenge that Cognito asks for first. */
public final class Login implements Endpoint {
  private final Replies replies;

  public Login(Replies replies) {
    this.replies = replies;
  }

  @Override
  public Reply handle(Request request, UserPool userPool) {
    JsonBody body = request.json();
    return userPool
        .signIn(
            body.required("username", TextRule.USERNAME),
            body.required("password", TextRule.PASSWORD))
        .fold(
            tokens -> replies.signedIn("Login successful", tokens),
            challenge -> replies.challenge(message(challenge), challenge),
            failure -> replies.failed(failure, ErrorCode::signInStatus));
  }

  private static String message(Challenge challenge) {
    return challenge.isNewPasswordRequired()
        ? "New password required"
        : "Further verification required";
  }
}

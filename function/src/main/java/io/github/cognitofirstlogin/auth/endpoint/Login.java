package io.github.cognitofirstlogin.auth.endpoint;

import io.github.cognitofirstlogin.auth.cognito.Challenge;
import io.github.cognitofirstlogin.auth.cognito.UserPool;
import io.github.cognitofirstlogin.auth.contract.ErrorCode;
import io.github.cognitofirstlogin.auth.http.JsonBody;
import io.github.cognitofirstlogin.auth.http.Reply;
import io.github.cognitofirstlogin.auth.http.TextRule;

/** {@code POST /login}: signs in, or says what Cognito asks for first. */
public final class Login implements Endpoint {
  private final UserPool userPool;
  private final Replies replies;

  public Login(UserPool userPool, Replies replies) {
    this.userPool = userPool;
    this.replies = replies;
  }

  @Override
  public Reply handle(JsonBody body) {
    return userPool
        .signIn(
            body.required("username", TextRule.USERNAME),
            body.required("password", TextRule.PASSWORD))
        .fold(
            tokens -> replies.signedIn("Login successful", tokens),
            challenge -> replies.challenge(message(challenge), challenge),
            refused -> replies.refused(refused, ErrorCode::signInStatus),
            replies::unknown);
  }

  private static String message(Challenge challenge) {
    return challenge.isNewPasswordRequired()
        ? "New password required"
        : "Further verification required";
  }
}

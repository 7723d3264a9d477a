package io.github.cognitofirstlogin.auth.endpoint;

import io.github.cognitofirstlogin.auth.cognito.AuthOutcome;
import io.github.cognitofirstlogin.auth.cognito.ChallengeAnswer;
import io.github.cognitofirstlogin.auth.cognito.UserPool;
import io.github.cognitofirstlogin.auth.contract.ErrorCode;
import io.github.cognitofirstlogin.auth.http.BadRequest;
import io.github.cognitofirstlogin.auth.http.JsonBody;
import io.github.cognitofirstlogin.auth.http.Reply;
import io.github.cognitofirstlogin.auth.http.Request;
import io.github.cognitofirstlogin.auth.text.TextRule;

/** {@code POST /challenge}: answers a challenge that follows the password. */
public final class AnswerChallenge implements Endpoint {
  private final Replies replies;

  public AnswerChallenge(Replies replies) {
    this.replies = replies;
  }

  @Override
  public Reply handle(Request request, UserPool userPool) {
    JsonBody body = request.json();
    String challenge = body.required("challengeName", TextRule.CHALLENGE_NAME);
    String username = body.required("username", TextRule.USERNAME);
    String session = body.required("session", TextRule.SESSION);
    return outcome(challenge, username, session, body, userPool)
        .fold(
            tokens -> replies.signedIn("Login successful", tokens),
            next -> replies.challenge("Further verification required", next),
            failure -> replies.failedSignIn(failure));
  }

  private static AuthOutcome outcome(
      String challenge, String username, String session, JsonBody body, UserPool userPool) {
    return switch (challenge) {
      case "SOFTWARE_TOKEN_MFA" ->
          userPool.answer(
              ChallengeAnswer.SOFTWARE_TOKEN_MFA,
              username,
              body.required("code", TextRule.TOTP_CODE),
              session);
      case "SMS_MFA", "SMS_OTP", "EMAIL_OTP" ->
          userPool.answer(
              ChallengeAnswer.valueOf(challenge),
              username,
              body.required("code", TextRule.DELIVERED_CODE),
              session);
      case "SELECT_MFA_TYPE" ->
          userPool.answer(
              ChallengeAnswer.SELECT_MFA_TYPE,
              username,
              body.required("answer", TextRule.CHALLENGE_NAME),
              session);
      case "MFA_SETUP" ->
          userPool.answerSoftwareTokenSetup(
              username, body.required("code", TextRule.TOTP_CODE), session);
      default -> throw new BadRequest(ErrorCode.CHALLENGE_UNSUPPORTED);
    };
  }
}

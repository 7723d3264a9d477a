package io.github.cognitofirstlogin.userpool.signin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitofirstlogin.userpool.protocol.CognitoException;
import io.github.cognitofirstlogin.userpool.protocol.Input;
import io.github.cognitofirstlogin.userpool.users.UserPools;

/** RespondToAuthChallenge: every step of a sign-in after the first. */
public final class Challenges {

  private final UserPools pools;
  private final Sessions sessions;
  private final SrpSignIn srp;
  private final NewPasswordAnswer newPassword;
  private final SecondFactorAnswer secondFactor;

  public Challenges(
      UserPools pools,
      Sessions sessions,
      SrpSignIn srp,
      NewPasswordAnswer newPassword,
      SecondFactorAnswer secondFactor) {
    this.pools = pools;
    this.sessions = sessions;
    this.srp = srp;
    this.newPassword = newPassword;
    this.secondFactor = secondFactor;
  }

  public ObjectNode respond(Input input) {
    var client = pools.client(input.required("ClientId"));
    var responses = input.parameters("ChallengeResponses");
    var name = input.required("ChallengeName");
    if (name.equals("PASSWORD_VERIFIER")) {
      return srp.answer(client, responses);
    }
    var session =
        input
            .text("Session")
            .orElseThrow(
                () -> CognitoException.invalidParameter("Missing required parameter Session"));
    var username = responses.required("USERNAME");
    client.checkSecretHash(username, responses.secretHash());
    var user = client.answering(username).orElseThrow(Sessions::invalid);
    synchronized (user) {
      var open = sessions.require(session, user, client);
      if (!open.challenge().challengeName().equals(name)) {
        throw Sessions.invalid();
      }
      if (!user.enabled()) {
        throw CognitoException.notAuthorized("User is disabled.");
      }
      return open.challenge() instanceof Challenge.NewPassword
          ? newPassword.answer(open, responses)
          : secondFactor.answer(open, responses);
    }
  }
}

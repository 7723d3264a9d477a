package io.github.cognitofirstlogin.local.userpool;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** RespondToAuthChallenge: every step of a sign-in after the first. */
final class Challenges {

  private final UserPools pools;
  private final Sessions sessions;
  private final NewPasswordAnswer newPassword;

  Challenges(UserPools pools, Sessions sessions, NewPasswordAnswer newPassword) {
    this.pools = pools;
    this.sessions = sessions;
    this.newPassword = newPassword;
  }

  ObjectNode respond(Input input) {
    var client = pools.client(input.required("ClientId"));
    var responses = input.parameters("ChallengeResponses");
    var name = input.required("ChallengeName");
    var session =
        input
            .text("Session")
            .orElseThrow(
                () -> CognitoException.invalidParameter("Missing required parameter Session"));
    var username = responses.required("USERNAME");
    if (name.equals("NEW_PASSWORD_REQUIRED")) {
      responses.required("NEW_PASSWORD");
    }
    client.checkSecretHash(username, responses.secretHash());
    var user = client.pool().named(username).orElseThrow(Sessions::invalid);
    synchronized (user) {
      var open = sessions.require(session, user, client);
      if (!open.challenge().challengeName().equals(name)) {
        throw Sessions.invalid();
      }
      return newPassword.answer(open, responses);
    }
  }
}

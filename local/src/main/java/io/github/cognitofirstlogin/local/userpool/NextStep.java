package io.github.cognitofirstlogin.local.userpool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** Decides what a sign-in that went well so far still needs. The caller holds the user's lock. */
final class NextStep {

  private final Sessions sessions;
  private final Tokens tokens;

  NextStep(Sessions sessions, Tokens tokens) {
    this.sessions = sessions;
    this.tokens = tokens;
  }

  ObjectNode afterPassword(User user, UserPoolClient client) {
    if (user.status() == User.Status.FORCE_CHANGE_PASSWORD) {
      return newPassword(user, client);
    }
    return tokens.signIn(user, client);
  }

  private ObjectNode newPassword(User user, UserPoolClient client) {
    var attributes = new LinkedHashMap<>(user.attributes());
    attributes.remove("sub");
    var required =
        client.pool().settings().schema().required().stream()
            .filter(name -> user.attribute(name).isEmpty())
            .map(name -> "userAttributes." + name)
            .toList();
    var parameters = new LinkedHashMap<String, String>();
    parameters.put("USER_ID_FOR_SRP", user.username());
    parameters.put("requiredAttributes", Json.text(Json.array(required)));
    parameters.put("userAttributes", Json.text(attributes));
    return challenge(user, client, new Challenge.NewPassword(), parameters);
  }

  private ObjectNode challenge(
      User user, UserPoolClient client, Challenge challenge, Map<String, String> parameters) {
    var answer =
        Json.object()
            .put("ChallengeName", challenge.challengeName())
            .put("Session", sessions.open(user, client, challenge));
    parameters.forEach(answer.putObject("ChallengeParameters")::put);
    return answer;
  }
}

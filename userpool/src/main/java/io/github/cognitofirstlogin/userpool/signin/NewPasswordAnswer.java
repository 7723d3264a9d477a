package io.github.cognitofirstlogin.userpool.signin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitofirstlogin.userpool.protocol.CognitoException;
import io.github.cognitofirstlogin.userpool.protocol.Parameters;
import io.github.cognitofirstlogin.userpool.users.NewPasswords;
import io.github.cognitofirstlogin.userpool.users.User;
import io.github.cognitofirstlogin.userpool.users.UserPoolClient;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/** The answer to NEW_PASSWORD_REQUIRED: a password, and the missing attributes. */
public final class NewPasswordAnswer {

  private static final String PREFIX = "userAttributes.";

  private final NewPasswords passwords;
  private final NextStep next;
  private final Clock clock;

  public NewPasswordAnswer(NewPasswords passwords, NextStep next, Clock clock) {
    this.passwords = passwords;
    this.next = next;
    this.clock = clock;
  }

  /** Only an accepted answer uses the session up. The caller holds the user's lock. */
  ObjectNode answer(Session session, Parameters responses) {
    var user = session.user();
    var client = session.client();
    var pool = client.pool();
    var given = given(responses);
    given.keySet().forEach(name -> refuseUnlessWritable(user, client, name));
    pool.settings().schema().check(given);
    for (var name : pool.settings().schema().required()) {
      if (user.attribute(name).isEmpty() && given.getOrDefault(name, "").isEmpty()) {
        throw CognitoException.invalidParameter(
            "Invalid attributes given, " + name + " is missing");
      }
    }
    var attributes = new LinkedHashMap<>(user.attributes());
    attributes.putAll(given);
    // Every check comes before the first change.
    var password = passwords.accepted(pool, user, responses.required("NEW_PASSWORD"));
    pool.index(user, attributes, false);
    user.put(given, clock.instant());
    user.permanentPassword(password, clock.instant());
    session.use();
    return next.afterPassword(user, client);
  }

  private static Map<String, String> given(Parameters responses) {
    var given = new LinkedHashMap<String, String>();
    responses
        .values()
        .forEach(
            (name, value) -> {
              if (name.startsWith(PREFIX)) {
                given.put(name.substring(PREFIX.length()), value);
              }
            });
    return given;
  }

  private static void refuseUnlessWritable(User user, UserPoolClient client, String name) {
    if (user.attribute(name).isPresent() && !name.equals("sub") && !name.endsWith("_verified")) {
      throw CognitoException.notAuthorized("Cannot modify an already provided " + name);
    }
    var writable = client.settings().writeAttributes();
    if (name.equals("sub")
        || name.endsWith("_verified")
        || (writable.isPresent() && !writable.get().contains(name))) {
      throw CognitoException.notAuthorized("A client attempted to write unauthorized attribute");
    }
  }
}

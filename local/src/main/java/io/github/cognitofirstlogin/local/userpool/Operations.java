package io.github.cognitofirstlogin.local.userpool;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/** Every operation this pool has, by name; wired here once. */
final class Operations {

  private Operations() {}

  static Map<String, Operation> of(UserPools pools, Clock clock) {
    var sessions = new Sessions(clock);
    var tokens = new Tokens(clock);
    var passwords = new NewPasswords(clock);
    var next = new NextStep(sessions, tokens);
    var admin = new AdminUsers(pools, passwords, clock);
    var challenges = new Challenges(pools, sessions, new NewPasswordAnswer(passwords, next, clock));

    var operations = new HashMap<String, Operation>();
    operations.put("AdminCreateUser", admin::create);
    operations.put("AdminGetUser", admin::get);
    operations.put("AdminSetUserPassword", admin::setPassword);
    operations.put("InitiateAuth", new SignIn(pools, next, clock)::initiate);
    operations.put("RespondToAuthChallenge", challenges::respond);
    return Map.copyOf(operations);
  }
}

package io.github.cognitofirstlogin.local.userpool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What administrators do to users. */
final class AdminUsers {

  private final UserPools pools;
  private final NewPasswords passwords;
  private final Clock clock;

  AdminUsers(UserPools pools, NewPasswords passwords, Clock clock) {
    this.pools = pools;
    this.passwords = passwords;
    this.clock = clock;
  }

  ObjectNode create(Input input) {
    var pool = pools.pool(input.required("UserPoolId"));
    var username = input.required("Username");
    var attributes = new LinkedHashMap<>(input.attributes("UserAttributes"));
    refuseNameOfWrongKind(pool.settings().usernames(), username, attributes);
    pool.settings().schema().check(attributes);
    var sub = UUID.randomUUID().toString();
    var named = pool.settings().usernames().usernameAttributes().isEmpty() ? username : sub;
    var user = new User(named, sub, attributes, clock.instant());
    synchronized (user) {
      var temporary =
          input
              .text("TemporaryPassword")
              .orElseGet(() -> passwords.generated(pool.settings().passwordPolicy()));
      passwords.temporary(pool, user, temporary);
      pool.add(user);
      var answer = Json.object();
      answer.set("User", described(user));
      return answer;
    }
  }

  ObjectNode get(Input input) {
    var user = user(input);
    synchronized (user) {
      var answer = Json.object().put("Username", user.username());
      answer.set("UserAttributes", Json.attributes(user.attributes()));
      return answer
          .put("UserCreateDate", Json.time(user.created()))
          .put("UserLastModifiedDate", Json.time(user.modified()))
          .put("Enabled", user.enabled())
          .put("UserStatus", user.status().name());
    }
  }

  ObjectNode setPassword(Input input) {
    var pool = pools.pool(input.required("UserPoolId"));
    var user = pools.user(pool, input.required("Username"));
    synchronized (user) {
      if (input.flag("Permanent")) {
        passwords.permanent(pool, user, input.required("Password"));
      } else {
        passwords.temporary(pool, user, input.required("Password"));
      }
    }
    return Json.object();
  }

  static ObjectNode described(User user) {
    var described = Json.object().put("Username", user.username());
    described.set("Attributes", Json.attributes(user.attributes()));
    return described
        .put("UserCreateDate", Json.time(user.created()))
        .put("UserLastModifiedDate", Json.time(user.modified()))
        .put("Enabled", user.enabled())
        .put("UserStatus", user.status().name());
  }

  private User user(Input input) {
    return pools.user(pools.pool(input.required("UserPoolId")), input.required("Username"));
  }

  /** Where an e-mail address or phone number is the username, it is also that attribute. */
  private static void refuseNameOfWrongKind(
      UsernameRules rules, String username, Map<String, String> attributes) {
    var kind = kindOf(username);
    if (rules.usernameAttributes().isEmpty()) {
      if (kind.isPresent() && rules.aliasAttributes().contains(kind.get())) {
        throw CognitoException.invalidParameter(
            "Username cannot be of %s format, since user pool is configured for %s alias."
                .formatted(kind.get().replace('_', ' '), kind.get().replace('_', ' ')));
      }
      return;
    }
    if (kind.isEmpty() || !rules.usernameAttributes().contains(kind.get())) {
      throw CognitoException.invalidParameter(
          rules.usernameAttributes().size() > 1
              ? "Username should be either an email or a phone number."
              : rules.usernameAttributes().contains("email")
                  ? "Username should be an email."
                  : "Username should be a phone number.");
    }
    attributes.put(kind.get(), username);
  }

  private static Optional<String> kindOf(String username) {
    return SchemaAttribute.isEmail(username)
        ? Optional.of("email")
        : SchemaAttribute.isPhoneNumber(username) ? Optional.of("phone_number") : Optional.empty();
  }
}

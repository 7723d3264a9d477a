package io.github.cognitofirstlogin.userpool.users;

import io.github.cognitofirstlogin.userpool.protocol.CognitoException;
import io.github.cognitofirstlogin.userpool.settings.SchemaAttribute;
import io.github.cognitofirstlogin.userpool.settings.UsernameRules;
import java.util.Map;
import java.util.Optional;

/** The pool's rules for the username of a new user. */
public final class Names {

  private Names() {}

  /**
   * Refuses a name of the wrong kind. If addresses are usernames, the name is also the value of
   * that attribute.
   */
  static void check(UsernameRules rules, String username, Map<String, String> attributes) {
    var kind = kindOf(username);
    if (rules.usernameAttributes().isEmpty()) {
      kind.filter(rules.aliasAttributes()::contains).ifPresent(Names::refuseAlias);
      return;
    }
    if (kind.isEmpty() || !rules.usernameAttributes().contains(kind.get())) {
      throw CognitoException.invalidParameter("Username should be %s.".formatted(wanted(rules)));
    }
    attributes.put(kind.get(), username);
  }

  private static void refuseAlias(String kind) {
    var words = kind.replace('_', ' ');
    throw CognitoException.invalidParameter(
        "Username cannot be of %s format, since user pool is configured for %s alias."
            .formatted(words, words));
  }

  private static String wanted(UsernameRules rules) {
    if (rules.usernameAttributes().size() > 1) {
      return "either an email or a phone number";
    }
    return rules.usernameAttributes().contains("email") ? "an email" : "a phone number";
  }

  private static Optional<String> kindOf(String username) {
    if (SchemaAttribute.isEmail(username)) {
      return Optional.of("email");
    }
    return SchemaAttribute.isPhoneNumber(username) ? Optional.of("phone_number") : Optional.empty();
  }
}

package io.github.cognitofirstlogin.userpool.users;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitofirstlogin.userpool.protocol.CognitoException;
import io.github.cognitofirstlogin.userpool.protocol.Input;
import io.github.cognitofirstlogin.userpool.protocol.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** ListUsers, with its filters and pages. */
public final class UserList {

  private static final int PAGE = 60;
  private static final Pattern FILTER =
      Pattern.compile("\\s*\"?([\\w:]+)\"?\\s*(\\^?=)\\s*\"((?:[^\"\\\\]|\\\\.)*)\"\\s*");
  private static final Set<String> FILTERED =
      Set.of(
          "username",
          "email",
          "phone_number",
          "name",
          "given_name",
          "family_name",
          "preferred_username",
          "cognito:user_status",
          "status",
          "sub");

  private final UserPools pools;

  public UserList(UserPools pools) {
    this.pools = pools;
  }

  public ObjectNode list(Input input) {
    var pool = pools.pool(input.required("UserPoolId"));
    var filter = input.text("Filter").map(UserList::filter).orElse(user -> true);
    var start = start(input);
    var limit = input.json().path("Limit").asInt(PAGE);
    var wanted = input.texts("AttributesToGet");
    var found = new ArrayList<ObjectNode>();
    for (var user : pool.users()) {
      synchronized (user) {
        if (filter.test(user)) {
          found.add(described(user, wanted));
        }
      }
    }
    if (start > found.size()) {
      throw invalidToken();
    }
    var end = Math.min(found.size(), start + (limit == 0 ? PAGE : limit));
    var answer = Json.object();
    var page = answer.putArray("Users");
    found.subList(start, end).forEach(page::add);
    if (end < found.size()) {
      answer.put("PaginationToken", String.valueOf(end));
    }
    return answer;
  }

  private static ObjectNode described(User user, Set<String> wanted) {
    var described = AdminUsers.described(user, "Attributes");
    if (!wanted.isEmpty()) {
      var some = new LinkedHashMap<>(user.attributes());
      some.keySet().retainAll(wanted);
      described.set("Attributes", Json.attributes(some));
    }
    return described;
  }

  /** The token is the number of the first user of the page. */
  private static int start(Input input) {
    var token = input.text("PaginationToken").orElse("0");
    if (!token.matches("[0-9]{1,9}")) {
      throw invalidToken();
    }
    return Integer.parseInt(token);
  }

  private static CognitoException invalidToken() {
    return CognitoException.invalidParameter("Invalid pagination token");
  }

  private static Predicate<User> filter(String text) {
    var parsed = FILTER.matcher(text);
    if (text.isBlank()) {
      return user -> true;
    }
    if (!parsed.matches() || !FILTERED.contains(parsed.group(1))) {
      throw CognitoException.invalidParameter(
          "One or more request parameters are invalid: the filter");
    }
    var value = parsed.group(3).replaceAll("\\\\(.)", "$1");
    var name = parsed.group(1);
    if (parsed.group(2).equals("=")) {
      return user -> value(user, name).filter(value::equals).isPresent();
    }
    return user -> value(user, name).filter(actual -> actual.startsWith(value)).isPresent();
  }

  private static Optional<String> value(User user, String name) {
    return switch (name) {
      case "username" -> Optional.of(user.username());
      case "cognito:user_status" -> Optional.of(user.status().name());
      case "status" -> Optional.of(user.enabled() ? "Enabled" : "Disabled");
      default -> user.attribute(name);
    };
  }
}

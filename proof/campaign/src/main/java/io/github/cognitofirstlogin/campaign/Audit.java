package io.github.cognitofirstlogin.campaign;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares a user's replies with what the pool did and with the API's promises. */
final class Audit {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration LONGEST = Duration.ofSeconds(10);
  private static final Set<Integer> STATUSES =
      Set.of(200, 400, 401, 403, 404, 405, 409, 413, 415, 429, 500, 501, 502, 503, 504);
  private static final Map<String, String> HEADERS =
      Map.of(
          "content-type", "application/json; charset=utf-8",
          "cache-control", "no-store",
          "x-content-type-options", "nosniff",
          "referrer-policy", "no-referrer");

  private Audit() {}

  static Set<Violation> of(Asked asked) {
    var found = EnumSet.noneOf(Violation.class);
    for (var told : asked.replies()) {
      add(found, Violation.SLOW, told.after().compareTo(LONGEST) > 0);
      add(found, Violation.MALFORMED, !isPromised(told));
      add(found, Violation.LEAK, leaks(told));
      add(found, Violation.CROSS_TALK, isSomebodyElses(told, asked.username()));
    }
    add(
        found,
        Violation.UNEXPECTED,
        asked.fault().isEmpty()
            && !asked.asExpected()
            && !asked.asExpectedOfThoseAdmitted()
            && !asked.lostOnAClosedConnection());
    add(found, Violation.REPEATED, repeats(asked));
    add(found, Violation.FALSE_FAILURE, failsFalsely(asked));
    add(found, Violation.FALSE_SUCCESS, successes(asked) > effects(asked));
    return found;
  }

  private static void add(Set<Violation> found, Violation violation, boolean happened) {
    if (happened) {
      found.add(violation);
    }
  }

  private static boolean isPromised(Told told) {
    if (told.refusedByTheStage()) {
      return told.body().path("message").isTextual() && told.setCookies().isEmpty();
    }
    return STATUSES.contains(told.status())
        && !told.code().equals("internal_error")
        && told.body().path("message").isTextual()
        && (told.ok() || told.body().path("code").isTextual())
        && HEADERS.entrySet().stream()
            .allMatch(
                header ->
                    told.headers().allValues(header.getKey()).equals(List.of(header.getValue())))
        && told.headers().firstValue("strict-transport-security").isPresent()
        && (told.ok() || told.setCookies().stream().allMatch(Told::clears));
  }

  /**
   * Only one member of a challenge may contain its session, and only cookies may contain tokens.
   */
  private static boolean leaks(Told told) {
    var body = told.text();
    if (told.challenged() && told.body() instanceof ObjectNode challenge) {
      body = challenge.deepCopy().without("session").toString();
    }
    return LeakWatch.finds(body)
        || told.headers().map().entrySet().stream()
            .filter(header -> !header.getKey().equalsIgnoreCase("set-cookie"))
            .anyMatch(header -> LeakWatch.finds(header.getValue().toString()));
  }

  private static boolean isSomebodyElses(Told told, String username) {
    var named = told.body().path("username").asText(username);
    var signedIn = told.cookie(Person.ACCESS_COOKIE).map(Audit::username).orElse(username);
    return !named.equals(username) || !signedIn.equals(username);
  }

  private static String username(String token) {
    try {
      JsonNode claims = JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]));
      return claims.path("username").asText("");
    } catch (IOException | IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      return "";
    }
  }

  private static boolean repeats(Asked asked) {
    long again = asked.fault().filter(FaultPlan.Planned::mayBeRepeated).isPresent() ? 1 : 0;
    long allowed = (asked.sessions() + again) * asked.replies().size();
    return asked.sent(asked.step().operation()) > allowed;
  }

  private static boolean failsFalsely(Asked asked) {
    return asked.step() == Step.CHANGE_PASSWORD
        && effects(asked) > 0
        && asked.replies().stream()
            .noneMatch(told -> told.passwordChanged() || told.outcomeUnknown());
  }

  private static long effects(Asked asked) {
    return switch (asked.step()) {
      case SESSION -> asked.replies().size();
      default -> asked.applied(asked.step().operation());
    };
  }

  private static long successes(Asked asked) {
    return switch (asked.step()) {
      case SIGN_OUT ->
          asked.replies().stream().filter(told -> told.body().path("revoked").asBoolean()).count();
      default -> asked.replies().stream().filter(Told::ok).count();
    };
  }
}

package io.github.cognitofirstlogin.auth.cognito;

import io.github.cognitofirstlogin.auth.text.Json;
import io.github.cognitofirstlogin.auth.text.TextRule;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Checks that a challenge can be answered. A reply with an unanswerable challenge would be a
 * success from which the user cannot continue.
 *
 * <p>Every challenge that this API answers has a session. Other challenges may have none: Cognito
 * sends PASSWORD_VERIFIER and DEVICE_SRP_AUTH without a session, and future challenges are unknown.
 * A session must be one that a request may send. A parameter may be missing, because the next step
 * works without it. An existing parameter must have the documented form.
 */
final class ChallengeForm {
  /** The form of Cognito's challenge names, future ones included. */
  private static final Pattern NAME = Pattern.compile("[A-Z0-9_]{1,64}");

  private static final String NEW_PASSWORD_REQUIRED = "NEW_PASSWORD_REQUIRED";

  private static final Set<String> WITH_A_SESSION = answeredHere();

  private ChallengeForm() {}

  static boolean isKept(String name, @Nullable String session, Map<String, String> parameters) {
    return NAME.matcher(name).matches()
        && hasItsSession(name, session)
        && isNoneOr(parameters.get("USER_ID_FOR_SRP"), TextRule.USERNAME)
        && (name.equals(NEW_PASSWORD_REQUIRED)
            ? isNoneOr(parameters.get("requiredAttributes"), Json::strings)
                && isNoneOr(parameters.get("userAttributes"), Json::object)
            : isNoneOr(parameters.get("MFAS_CAN_CHOOSE"), Json::strings)
                && isNoneOr(parameters.get("MFAS_CAN_SETUP"), Json::strings));
  }

  static boolean isSession(String session) {
    return TextRule.SESSION.allows(session);
  }

  private static boolean hasItsSession(String name, @Nullable String session) {
    return session == null ? !WITH_A_SESSION.contains(name) : isSession(session);
  }

  private static boolean isNoneOr(@Nullable String value, TextRule rule) {
    return value == null || rule.allows(value);
  }

  private static boolean isNoneOr(@Nullable String value, Consumer<String> parser) {
    if (value == null) {
      return true;
    }
    try {
      parser.accept(value);
      return true;
    } catch (Json.MalformedJson e) {
      return false;
    }
  }

  private static Set<String> answeredHere() {
    Set<String> names = new TreeSet<>(Set.of(NEW_PASSWORD_REQUIRED, "MFA_SETUP"));
    Arrays.stream(ChallengeAnswer.values()).map(ChallengeAnswer::name).forEach(names::add);
    return names;
  }
}

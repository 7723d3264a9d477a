package io.github.cognitofirstlogin.fuzz;

import io.github.cognitofirstlogin.auth.FunctionUnderFuzz;
import io.github.cognitofirstlogin.auth.text.Json;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Cognito's answers as bytes. The first byte, a letter, chooses the request. The second byte, a
 * digit, chooses the status of the answer. The other bytes are the body of the answer.
 */
public final class AnswerTarget {
  private static final String PASSWORD = "Canary!old Passw0rd";
  private static final String NEW_PASSWORD = "Canary!new Passw0rd";
  private static final String SESSION = "Canary!session-0123456789";
  private static final String CODE = "918273";
  private static final String TOKEN = "CanaryRefreshToken";

  private static final int[] STATUSES = {200, 400, 500, 503, 302, 404, 429, 204, 403, 599};

  private static final CognitoInMemory COGNITO = new CognitoInMemory();
  private static final FunctionUnderFuzz FUNCTION = FunctionUnderFuzz.over(COGNITO);
  private static final FunctionUnderFuzz CONFIDENTIAL = FunctionUnderFuzz.confidentialOver(COGNITO);

  /** A request, and its values that only the caller may read. */
  private record Asked(FunctionUnderFuzz function, byte[] event, String... canaries) {}

  private static final Map<String, String> LOGIN =
      Map.of("username", "shiun", "password", PASSWORD);
  private static final Map<String, String> CHANGE =
      Map.of("username", "shiun", "new_password", NEW_PASSWORD, "session", SESSION);

  private static final List<Asked> REQUESTS =
      List.of(
          asked("POST /login", LOGIN, PASSWORD),
          asked("POST /change-password", CHANGE, NEW_PASSWORD, SESSION),
          asked(
              "POST /change-password",
              Map.of(
                  "username",
                  "shiun",
                  "new_password",
                  NEW_PASSWORD,
                  "session",
                  SESSION,
                  "temporary_password",
                  PASSWORD,
                  "attributes",
                  Map.of("given_name", "Shiun")),
              NEW_PASSWORD,
              SESSION),
          asked("POST /challenge", challenge("SOFTWARE_TOKEN_MFA"), SESSION, CODE),
          asked("POST /challenge", challenge("MFA_SETUP"), SESSION, CODE),
          asked("POST /forgot-password", Map.of("username", "shiun")),
          asked(
              "POST /confirm-forgot-password",
              Map.of("username", "shiun", "code", CODE, "new_password", NEW_PASSWORD),
              CODE,
              NEW_PASSWORD),
          asked("POST /session/refresh", Map.of(), TOKEN),
          asked("DELETE /session", Map.of(), TOKEN),
          new Asked(CONFIDENTIAL, event("POST /login", LOGIN), PASSWORD),
          new Asked(CONFIDENTIAL, event("POST /change-password", CHANGE), NEW_PASSWORD, SESSION));

  private AnswerTarget() {}

  public static void fuzzerTestOneInput(byte[] input) {
    if (input.length < 2) {
      return;
    }
    int request = input[0] - 'a';
    int status = input[1] - '0';
    if (request < 0 || request >= REQUESTS.size() || status < 0 || status >= STATUSES.length) {
      return;
    }
    byte[] body = Arrays.copyOfRange(input, 2, input.length);
    if (new String(body, StandardCharsets.ISO_8859_1).contains("TooManyRequests")) {
      // The wait before a second try is too long for a fuzzer, and another test covers it.
      return;
    }
    COGNITO.answer(STATUSES[status], body);
    Asked asked = REQUESTS.get(request);
    ReplyOracle.check(asked.function().handle(asked.event()), asked.canaries());
  }

  private static Map<String, String> challenge(String name) {
    return Map.of("username", "shiun", "challengeName", name, "session", SESSION, "code", CODE);
  }

  private static Asked asked(String routeKey, Map<String, ?> body, String... canaries) {
    return new Asked(FUNCTION, event(routeKey, body), canaries);
  }

  private static byte[] event(String routeKey, Map<String, ?> body) {
    return Json.text(
            Map.of(
                "routeKey",
                routeKey,
                "headers",
                Map.of("x-requested-with", "fetch"),
                "cookies",
                List.of("refreshToken=" + TOKEN),
                "requestContext",
                Map.of("requestId", "gateway-request-id"),
                "body",
                Json.text(body)))
        .getBytes(StandardCharsets.UTF_8);
  }
}

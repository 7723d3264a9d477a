package io.github.cognitofirstlogin.fuzz;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitofirstlogin.auth.FunctionUnderFuzz.Outcome;
import io.github.cognitofirstlogin.auth.contract.ReplyHeaders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The properties of every reply and every log, for any input. */
final class ReplyOracle {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final Set<Integer> STATUSES =
      Set.of(200, 400, 401, 403, 404, 409, 413, 415, 429, 500, 501, 502, 503, 504);

  private static final String SITE = "; Secure; HttpOnly; SameSite=None; Partitioned";
  private static final Pattern COOKIE =
      Pattern.compile(
          "(accessToken=[A-Za-z0-9_.=-]{1,4085}; Path=/|refreshToken=[A-Za-z0-9_.=-]{1,4084};"
              + " Path=/session); Max-Age=[1-9]\\d{0,7}"
              + SITE);
  private static final Pattern CLEARING_COOKIE =
      Pattern.compile(
          "(accessToken=; Path=/|refreshToken=; Path=/session); Max-Age=0;"
              + " Expires=Thu, 01 Jan 1970 00:00:00 GMT"
              + SITE);

  /** Members of a challenge that Cognito wrote for the caller. */
  private static final List<String> COGNITOS =
      List.of(
          "session",
          "challengeParameters",
          "username",
          "requiredAttributes",
          "secretCode",
          "otpauthUri");

  private ReplyOracle() {}

  /**
   * @param canaries values that may appear only in a cookie or in a challenge of Cognito
   */
  static void check(Outcome outcome, String... canaries) {
    JsonNode response = object(outcome.response());
    int status = response.path("statusCode").asInt();
    require(STATUSES.contains(status), "status " + status);
    require(!response.path("isBase64Encoded").booleanValue(), "base64");
    JsonNode headers = response.path("headers");
    ReplyHeaders.ALL.forEach(
        (name, value) -> require(headers.path(name).asText().equals(value), "header " + name));
    require(headers.path("cache-control").isTextual(), "no cache-control");
    require(headers.path("set-cookie").isMissingNode(), "a cookie among the headers");
    response.path("cookies").forEach(cookie -> checkCookie(status, cookie.asText()));
    JsonNode body = object(response.path("body").asText().getBytes(StandardCharsets.UTF_8));
    checkBody(status, body);
    checkLeaks(body, outcome.log(), canaries);
  }

  private static void checkCookie(int status, String cookie) {
    require(
        CLEARING_COOKIE.matcher(cookie).matches()
            || (status == 200 && COOKIE.matcher(cookie).matches()),
        "a cookie of another form with status " + status);
  }

  private static void checkBody(int status, JsonNode body) {
    require(!body.path("message").asText().isBlank(), "no message");
    if (status != 200) {
      require(body.path("code").asText().matches("[a-z_]+"), "no code");
      require(body.path("requestId").isTextual(), "no requestId");
    }
    // No input of a caller or of Cognito may cause an internal error.
    require(!body.path("code").asText().equals("internal_error"), "a fault of ours");
  }

  private static void checkLeaks(JsonNode body, String log, String... canaries) {
    ObjectNode rest = body.deepCopy();
    // API Gateway writes this value, so a fuzzed value of it does not count.
    rest.remove("requestId");
    if (rest.has("challengeName")) {
      rest.remove(COGNITOS);
    }
    String texts = rest + withoutRequestIds(log);
    for (String canary : canaries) {
      require(!texts.contains(canary), "a leak");
    }
  }

  private static String withoutRequestIds(String log) {
    StringBuilder rest = new StringBuilder();
    log.lines()
        .forEach(
            line -> {
              ObjectNode object = object(line.getBytes(StandardCharsets.UTF_8));
              object.remove("requestId");
              rest.append(object);
            });
    return rest.toString();
  }

  private static ObjectNode object(byte[] json) {
    try {
      if (JSON.readTree(json) instanceof ObjectNode object) {
        return object;
      }
    } catch (IOException e) {
      throw new AssertionError("no JSON", e);
    }
    throw new AssertionError("no JSON object");
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new AssertionError(otherwise);
    }
  }
}

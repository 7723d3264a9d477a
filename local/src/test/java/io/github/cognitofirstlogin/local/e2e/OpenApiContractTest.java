package io.github.cognitofirstlogin.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cognitofirstlogin.local.e2e.Exchange.Reply;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The validator refuses what the document does not name. */
class OpenApiContractTest {
  private static final OpenApiContract CONTRACT = OpenApiContract.read();

  private static final JsonNode REQUEST =
      Http.body("username", "emma", "new_password", "secret", "session", "x".repeat(20));
  private static final JsonNode CHANGED = Http.body("message", "Password changed successfully");
  private static final JsonNode REFUSED =
      Http.json(
          "{\"message\":\"no\",\"code\":\"session_used\",\"requestId\":\"1\",\"attribute\":\"a\"}");

  private static final Map<String, List<String>> HEADERS =
      Map.ofEntries(
          header("content-type", "application/json; charset=utf-8"),
          header("date", "Mon, 23 Nov 2026 04:00:00 GMT"),
          header("cache-control", "no-store"),
          header("content-security-policy", "default-src 'none'; frame-ancestors 'none'"),
          header("cross-origin-resource-policy", "same-site"),
          header("referrer-policy", "no-referrer"),
          header("strict-transport-security", "max-age=63072000; includeSubDomains"),
          header("x-content-type-options", "nosniff"),
          header("apigw-requestid", "abc="));

  @Test
  void documentedMessageIsAllowed() {
    assertThat(CONTRACT.violationsOfRequest(changePassword(REQUEST, 200, HEADERS, CHANGED)))
        .isEmpty();
    assertThat(violations(200, HEADERS, CHANGED)).isEmpty();
    assertThat(violations(400, HEADERS, REFUSED)).isEmpty();
  }

  @Test
  void everyExampleMatchesItsSchema() {
    assertThat(CONTRACT.violationsOfExamples()).isEmpty();
  }

  @Test
  void undocumentedStatusIsAViolation() {
    assertThat(violations(201, HEADERS, CHANGED)).isNotEmpty();
    assertThat(violations(401, HEADERS, REFUSED)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"message\":\"Password changed successfully\",\"accessToken\":\"x\"}",
        "{\"message\":\"Something else\"}",
        "{}",
        "[]",
        "\"text\""
      })
  void undocumentedSuccessIsAViolation(String body) {
    assertThat(violations(200, HEADERS, Http.json(body))).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"message\":\"no\",\"code\":\"session_used\"}",
        "{\"message\":\"no\",\"requestId\":\"1\"}",
        "{\"code\":\"session_used\",\"requestId\":\"1\"}",
        "{\"message\":\"no\",\"code\":\"made_up\",\"requestId\":\"1\"}",
        "{\"message\":\"no\",\"code\":\"upstream_error\",\"requestId\":\"1\"}",
        "{\"message\":\"no\",\"code\":\"session_used\",\"requestId\":\"1\",\"stack\":\"at\"}",
        "{\"message\":\"no\",\"code\":\"session_used\",\"requestId\":1}"
      })
  void undocumentedErrorIsAViolation(String body) {
    assertThat(violations(400, HEADERS, Http.json(body))).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "x-powered-by, us",
    "cache-control, public",
    "content-type, text/html",
    "set-cookie, accessToken=abc",
    "set-cookie, 'accessToken=abc; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=None; Partitioned'",
    "set-cookie, 'accessToken=abc; Path=/; Max-Age=5; Secure; SameSite=None; Partitioned'"
  })
  void undocumentedHeaderIsAViolation(String name, String value) {
    Map<String, List<String>> headers = new HashMap<>(HEADERS);
    headers.put(name, List.of(value));
    assertThat(violations(200, headers, CHANGED)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"cache-control", "strict-transport-security", "apigw-requestid"})
  void missingHeaderIsAViolation(String name) {
    Map<String, List<String>> headers = new HashMap<>(HEADERS);
    headers.remove(name);
    assertThat(violations(200, headers, CHANGED)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "accessToken=a.b-c_d; Path=/; Max-Age=3600; Secure; HttpOnly; SameSite=None; Partitioned",
        "accessToken=a.b; Path=/; Max-Age=900; Secure; HttpOnly; SameSite=Lax; Domain=.example.com"
      })
  void bothShapesOfTheCookieAreAllowed(String cookie) {
    Map<String, List<String>> headers = new HashMap<>(HEADERS);
    headers.put("set-cookie", List.of(cookie));
    assertThat(violations(200, headers, CHANGED)).isEmpty();
    headers.put("set-cookie", List.of(cookie, "tracking=1"));
    assertThat(violations(200, headers, CHANGED)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"username\":\"emma\",\"new_password\":\"secret\"}",
        "{\"username\":\"emma\",\"new_password\":\"secret\",\"session\":\"short\"}",
        "{\"username\":1,\"new_password\":\"secret\",\"session\":\"xxxxxxxxxxxxxxxxxxxx\"}",
        "{\"username\":\"e\",\"new_password\":\"s\",\"session\":\"xxxxxxxxxxxxxxxxxxxx\",\"more\":1}"
      })
  void undocumentedRequestIsAViolation(String body) {
    assertThat(CONTRACT.violationsOfRequest(changePassword(Http.json(body), 200, HEADERS, CHANGED)))
        .isNotEmpty();
  }

  @Test
  void undocumentedRouteIsAViolation() {
    var exchange = new Exchange("POST", "/logout", REQUEST, new Reply(200, HEADERS, CHANGED));
    assertThat(CONTRACT.violationsOfRequest(exchange)).isNotEmpty();
    assertThat(CONTRACT.violationsOfReply(exchange)).isNotEmpty();
  }

  private static List<String> violations(
      int status, Map<String, List<String>> headers, JsonNode body) {
    return CONTRACT.violationsOfReply(changePassword(REQUEST, status, headers, body));
  }

  private static Exchange changePassword(
      JsonNode request, int status, Map<String, List<String>> headers, JsonNode body) {
    return new Exchange("POST", "/change-password", request, new Reply(status, headers, body));
  }

  private static Map.Entry<String, List<String>> header(String name, String value) {
    return Map.entry(name, List.of(value));
  }
}

package io.github.cognitofirstlogin.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitofirstlogin.leaks.Hostile;
import io.github.cognitofirstlogin.leaks.Watch;
import io.github.cognitofirstlogin.local.DeployedStack;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Malformed requests over HTTP: each is refused before a call of Cognito. */
@Deployed
class HostileRequestsIT {
  private static final String LOGIN = "{\"username\":\"emma\",\"password\":\"Temporary-Pass-1\"}";
  private static final Map<String, String> EVERY_REPLYS =
      Map.of(
          "content-type", "application/json; charset=utf-8",
          "cache-control", "no-store",
          "x-content-type-options", "nosniff",
          "strict-transport-security", "max-age=63072000; includeSubDomains",
          "content-security-policy", "default-src 'none'; frame-ancestors 'none'",
          "referrer-policy", "no-referrer",
          "cross-origin-resource-policy", "same-site");
  private static final String SESSION = "x".repeat(20);

  private final HttpClient client = HttpClient.newHttpClient();

  static Stream<Arguments> bodies() {
    return Stream.of(
        body("400 invalid_json", ""),
        body("400 invalid_json", "   "),
        body("400 invalid_json", "{"),
        body("400 invalid_json", "{'username':'emma'}"),
        body("400 invalid_json", "{\"n\":NaN}"),
        body("400 invalid_json", "[]"),
        body("400 invalid_json", "null"),
        body("400 invalid_json", LOGIN + LOGIN),
        body("400 invalid_json", "{\"username\":\"a\",\"username\":\"b\"}"),
        body("400 invalid_json", "{\"n\":" + "9".repeat(2000) + "}"),
        body("400 invalid_json", "{\"n\":1e999999999}"),
        body("400 invalid_json", "[".repeat(30_000)),
        body("400 invalid_json", "{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000)),
        body("400 invalid_json", "\ufeff" + LOGIN),
        body("400 invalid_parameter", "{}"),
        body("400 invalid_parameter", LOGIN.replace("\"emma\"", "7")),
        body("400 invalid_parameter", LOGIN.replace("emma", "\\ud800")),
        body("400 invalid_parameter", LOGIN.replace("emma", "a\\u0000b")),
        body("400 invalid_parameter", LOGIN.replace("emma", "x".repeat(129))),
        body("400 invalid_password", LOGIN.replace("Temporary-Pass-1", "p".repeat(257))),
        body("413 payload_too_large", "x".repeat(32 * 1024 + 1)),
        body("413 payload_too_large", "[".repeat(100_000)),
        body("413 payload_too_large", "x".repeat(5_000_000)),
        Arguments.of("400 invalid_json", new byte[] {'{', '"', (byte) 0xC3, '"', ':', '1', '}'}));
  }

  private static Arguments body(String outcome, String text) {
    return Arguments.of(outcome, text.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bodies")
  @Hostile({
    "E2", "E10", "E11", "J1", "J2", "J3", "J4", "J5", "J6", "J8", "J9", "J10", "V1", "V2", "V3",
    "V5", "B12"
  })
  void bodyIsRefusedBeforeCognitoIsAsked(
      String outcome, byte[] body, DeployedStack stack, UserPool userPool) throws Exception {
    refused(outcome, send(stack, "POST", "/login", body, "content-type", "application/json"));
    assertThat(userPool.callsSinceLastAsked()).isEmpty();
  }

  static Stream<Arguments> fields() {
    return Stream.of(
        Arguments.of(
            "400 invalid_parameter",
            "/change-password",
            Http.body("username", "emma", "newPassword", "x", "session", SESSION)),
        Arguments.of(
            "400 invalid_parameter",
            "/change-password",
            Http.body("username", "emma", "new_password", "x", "session", "x".repeat(19))),
        Arguments.of(
            "400 invalid_parameter",
            "/change-password",
            Http.body("username", "emma", "new_password", "x", "session", "x".repeat(8193))),
        Arguments.of(
            "400 attribute_not_writable",
            "/change-password",
            change(Map.of("custom:role", "admin"))),
        Arguments.of(
            "400 attribute_not_writable",
            "/change-password",
            change(Map.of("email_verified", "true"))),
        Arguments.of("400 attribute_not_writable", "/change-password", change(Map.of("sub", "x"))),
        Arguments.of(
            "400 attribute_invalid",
            "/change-password",
            change(Map.of("given_name", "x".repeat(2049)))),
        Arguments.of(
            "400 code_invalid",
            "/confirm-forgot-password",
            Http.body("username", "emma", "code", "12 456", "new_password", "x")));
  }

  private static Object change(Map<String, String> attributes) {
    return Http.body(
        "username", "emma", "new_password", "x", "session", SESSION, "attributes", attributes);
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("fields")
  @Hostile({"V8", "V13", "V15", "V19", "V22"})
  void fieldIsRefusedBeforeCognitoIsAsked(
      String outcome, String path, Object body, DeployedStack stack, UserPool userPool)
      throws Exception {
    var bytes = body.toString().getBytes(StandardCharsets.UTF_8);
    refused(outcome, send(stack, "POST", path, bytes, "content-type", "application/json"));
    assertThat(userPool.callsSinceLastAsked()).isEmpty();
  }

  /** Route, then header names and values in turn. */
  @ParameterizedTest
  @CsvSource({
    "415 unsupported_media_type, POST /login, content-type, text/plain",
    "415 unsupported_media_type, POST /change-password, content-type,"
        + " application/x-www-form-urlencoded",
    "415 unsupported_media_type, POST /challenge, content-type, multipart/form-data; boundary=x",
    "415 unsupported_media_type, POST /login, content-type, application/json;charset=utf-16",
    "415 unsupported_media_type, POST /forgot-password, sec-fetch-site, same-origin",
    "403 origin_not_allowed, POST /login, origin, https://evil.example",
    "403 origin_not_allowed, POST /confirm-forgot-password, origin, null",
    "403 origin_not_allowed, GET /session, origin, https://evil.example",
    "403 origin_not_allowed, GET /password-policy, sec-fetch-site, cross-site",
    "403 header_missing, POST /session/refresh, cookie, refreshToken=somebodys-refresh-token",
    "403 header_missing, DELETE /session, cookie, refreshToken=somebodys-refresh-token"
  })
  @Hostile({"B1", "B2", "B3", "B4", "B9", "B12"})
  void pageThatMayNotCallIsRefusedBeforeCognitoIsAsked(
      String outcome, String route, String header, String value, DeployedStack stack, UserPool pool)
      throws Exception {
    var parts = route.split(" ");
    refused(
        outcome,
        send(stack, parts[0], parts[1], LOGIN.getBytes(StandardCharsets.UTF_8), header, value));
    assertThat(pool.callsSinceLastAsked()).isEmpty();
  }

  @Test
  @Hostile({"B5", "B14", "J11"})
  void queryAndUnknownMembersAreIgnored(
      DeployedStack stack, UserPool pool, Administrator administrator) throws Exception {
    administrator.invite("emma");
    var body = LOGIN.replace("}", ",\"client_id\":\"x\",\"ClientMetadata\":{\"a\":\"b\"}}");

    var reply =
        send(
            stack,
            "POST",
            "/login?username=somebody&password=else&session=" + SESSION,
            body.getBytes(StandardCharsets.UTF_8));

    assertThat(reply.statusCode()).isEqualTo(200);
    assertThat(Http.json(reply.body()).path("username").asText()).isEqualTo("emma");
    assertThat(reply.body()).doesNotContain("somebody");
    assertThat(reply.headers().map()).doesNotContainKey("location");
    assertThat(pool.callsSinceLastAsked()).hasSize(1);
  }

  private static void refused(String outcome, HttpResponse<String> reply) {
    var body = Http.json(reply.body());
    assertThat(reply.statusCode() + " " + body.path("code").asText()).isEqualTo(outcome);
    if (outcome.equals("400 invalid_json")) {
      assertThat(body.path("message").asText()).isEqualTo("Invalid JSON format in request body");
    }
    EVERY_REPLYS.forEach(
        (name, value) -> assertThat(reply.headers().allValues(name)).containsExactly(value));
    assertThat(reply.headers().allValues("set-cookie")).isEmpty();
  }

  private HttpResponse<String> send(
      DeployedStack stack, String method, String target, byte[] body, String... headers)
      throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(stack.apiUrl() + target))
            .method(
                method,
                method.equals("POST") ? BodyPublishers.ofByteArray(body) : BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    Watch.current().sent(new String(body, StandardCharsets.UTF_8), List.of());
    var reply = client.send(request.build(), BodyHandlers.ofString());
    Watch.current().received(reply.statusCode(), reply.headers().map(), reply.body());
    return reply;
  }
}

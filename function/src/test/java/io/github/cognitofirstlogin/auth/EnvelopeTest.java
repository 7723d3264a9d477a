package io.github.cognitofirstlogin.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitofirstlogin.auth.contract.Route;
import io.github.cognitofirstlogin.auth.text.Json;
import io.github.cognitofirstlogin.leaks.Hostile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Malformed and unusual events. */
class EnvelopeTest {
  private final FakeCognito cognito = FakeCognito.issuing("token", 3600);
  private final Api api = Api.with(cognito);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "{}",
        "[]",
        "{\"warmup\":true}",
        "{\"source\":\"aws.events\",\"detail-type\":\"Scheduled Event\"}",
        "{\"version\":\"1.0\",\"httpMethod\":\"POST\",\"path\":\"/login\",\"body\":\"{}\"}",
        "{\"routeKey\":\"POST /login\"}",
        "{\"routeKey\":\"POST /login\",\"body\":null}",
        "{\"routeKey\":\"POST /login\",\"body\":\"\"}",
        "{\"routeKey\":\"POST /login\",\"body\":\"  \"}",
        "{\"routeKey\":\"POST /login\",\"body\":{}}",
        "{\"routeKey\":7,\"body\":\"{}\"}",
      })
  @Hostile({"E1", "E2", "E7", "E17"})
  void eventWithoutARequestIsRefusedAsMalformed(String event) {
    var answer = api.send(event);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.message()).isEqualTo("Invalid JSON format in request body");
    assertThat(answer.code()).isEqualTo("invalid_json");
    assertThat(cognito.requests()).isEmpty();
  }

  @Test
  @Hostile("E3")
  void base64BodyIsReadLikeAnyOther() {
    var event = Api.event(Route.LOGIN.key(), base64(Json.text(Api.Bodies.login())));
    event.put("isBase64Encoded", true);

    assertThat(api.send(Json.text(event)).status()).isEqualTo(200);
    assertThat(cognito.lastLogin().authParameters()).containsEntry("USERNAME", "shiun");
  }

  @Test
  @Hostile("E4")
  void invalidBase64AndBase64OfNoTextAreMalformed() {
    byte[] notUtf8 = {'{', '"', (byte) 0xC3, '"', ':', '1', '}'};
    for (String body : new String[] {"%%%", Base64.getEncoder().encodeToString(notUtf8)}) {
      var event = Api.event(Route.LOGIN.key(), body);
      event.put("isBase64Encoded", true);

      var answer = api.send(Json.text(event));

      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.code()).isEqualTo("invalid_json");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET /login", "POST /login/", "POST /LOGIN", "POST /", "$default", ""})
  @Hostile({"E12", "E13"})
  void unknownRouteIsNotFoundAndNotRepeated(String routeKey) {
    var answer = api.send(Json.text(Api.event(routeKey, "{}")));

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.body())
        .isEqualTo(
            Map.of(
                "message", "Not Found",
                "code", "not_found",
                "requestId", "gateway-request-id"));
  }

  @Test
  @Hostile("E14")
  void routeKeyDecidesAndNotThePath() {
    var event = Api.event(Route.LOGIN.key(), Json.text(Api.Bodies.login()));
    event.put("rawPath", "/prod/somewhere/else");

    assertThat(api.send(Json.text(event)).status()).isEqualTo(200);
  }

  @Test
  @Hostile({"E8", "E9"})
  void missingRequestContextFallsBackToLambdasRequestId() {
    for (Object context : new Object[] {null, "text", Map.of(), Map.of("requestId", 7)}) {
      Map<String, Object> event = new LinkedHashMap<>(Api.event(Route.LOGIN.key(), "{}"));
      event.put("requestContext", context);
      event.put("headers", null);
      event.put("cookies", null);

      var answer = api.send(Json.text(event));

      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.body()).containsEntry("requestId", "lambda-request-id");

      event.put("body", Json.text(Api.Bodies.login()));
      assertThat(api.send(Json.text(event)).status()).isEqualTo(200);
    }
  }

  @Test
  @Hostile("E10")
  void bodyOf32KibibytesIsReadAndOneByteMoreIsNot() {
    String start = "{\"username\":\"shiun\",\"password\":\"p\",\"more\":\"";
    String fits = start + "x".repeat(32 * 1024 - start.length() - 2) + "\"}";

    assertThat(api.post(Route.LOGIN, fits).status()).isEqualTo(200);
    var answer = api.post(Route.LOGIN, fits + " ");
    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.code()).isEqualTo("payload_too_large");
    var encoded = Api.event(Route.LOGIN.key(), base64(fits + " "));
    encoded.put("isBase64Encoded", true);
    assertThat(api.send(Json.text(encoded)).status()).isEqualTo(413);
    assertThat(api.post(Route.LOGIN, "\u00e9".repeat(16 * 1024 + 1)).status()).isEqualTo(413);
    assertThat(cognito.requests()).hasSize(1);
  }

  @Test
  @Hostile("E11")
  void bodyOfSixMegabytesIsRefusedUnread() throws IOException {
    byte[] event =
        Json.text(Api.event(Route.LOGIN.key(), "x".repeat(6_000_000)))
            .getBytes(StandardCharsets.UTF_8);
    var handler = new AuthHandler(Api.ENVIRONMENT);
    var output = new ByteArrayOutputStream();
    var memory = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = memory.getCurrentThreadAllocatedBytes();

    // Calls the handler directly, because the fixture would copy the event.
    handler.handleRequest(new ByteArrayInputStream(event), output, new LocalContext());

    assertThat(memory.getCurrentThreadAllocatedBytes() - before).isLessThan(32 << 20);
    assertThat(output.toString(StandardCharsets.UTF_8)).startsWith("{\"statusCode\":413,");
  }

  @Test
  void everyReplyCarriesTheSecurityHeaders() {
    for (String event :
        new String[] {
          "",
          Json.text(Api.event("GET /nothing", "")),
          Json.text(Api.event(Route.LOGIN.key(), Json.text(Api.Bodies.login()))),
          "x".repeat(300_000)
        }) {
      assertThat(api.send(event).headers())
          .containsEntry("content-type", "application/json; charset=utf-8")
          .containsEntry("cache-control", "no-store")
          .containsEntry("x-content-type-options", "nosniff")
          .containsEntry("strict-transport-security", "max-age=63072000; includeSubDomains")
          .containsEntry("content-security-policy", "default-src 'none'; frame-ancestors 'none'")
          .containsEntry("referrer-policy", "no-referrer")
          .containsKey("cross-origin-resource-policy");
    }
  }

  @Test
  @Hostile("L4")
  void faultOfOursIsAnAnswerAndItsTextGoesNowhere() {
    Api broken = Api.with(FakeCognito.failing(new IllegalStateException("canary-in-the-fault")));

    var answer = broken.login();

    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.code()).isEqualTo("internal_error");
    assertThat(answer.body().toString()).doesNotContain("canary");
    assertThat(broken.log()).contains("java.lang.IllegalStateException").doesNotContain("canary");
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}

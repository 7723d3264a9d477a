package io.github.cognitofirstlogin.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.github.cognitofirstlogin.userpool.http.Request;
import io.github.cognitofirstlogin.userpool.http.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorsTest {

  private static final Cors CORS =
      new Cors(
          List.of("https://app.example.com", "http://localhost:3000"),
          List.of("GET", "POST"),
          List.of("content-type", "x-requested-with"),
          List.of("retry-after"),
          true,
          Optional.of(3600));

  @Test
  void aPreflightOfAnAllowedOriginIsAnsweredFromTheConfiguration() {
    var reply = CORS.preflight(preflight("http://localhost:3000"));
    assertThat(reply.status()).isEqualTo(204);
    assertThat(reply.headers())
        .containsExactlyInAnyOrder(
            entry("access-control-allow-origin", "http://localhost:3000"),
            entry("access-control-allow-credentials", "true"),
            entry("access-control-allow-methods", "GET,POST"),
            entry("access-control-allow-headers", "content-type,x-requested-with"),
            entry("access-control-max-age", "3600"),
            entry("vary", "origin"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "",
        "https://evil.example",
        "https://app.example.com.evil.example",
        "https://app.example.com:443",
        "https://app.example.com/",
        "HTTPS://APP.EXAMPLE.COM",
        "http://app.example.com",
        "http://localhost:3001",
        "http://localhost"
      })
  void foreignOriginGetsNoCorsHeader(String origin) {
    assertThat(CORS.preflight(preflight(origin)).headers())
        .containsExactly(entry("vary", "origin"));
    assertThat(CORS.onto(Response.of(200), preflight(origin)).headers())
        .containsExactly(entry("vary", "origin"));
  }

  @Test
  void theGatewayAloneSpeaksCors() {
    var reply =
        Response.of(200)
            .with("Access-Control-Allow-Origin", "*")
            .with("access-control-anything", "x")
            .with("x-other", "y");
    assertThat(CORS.onto(reply, preflight("https://app.example.com")).headers())
        .containsExactlyInAnyOrder(
            entry("x-other", "y"),
            entry("access-control-allow-origin", "https://app.example.com"),
            entry("access-control-allow-credentials", "true"),
            entry("access-control-expose-headers", "retry-after"),
            entry("vary", "origin"));
  }

  @Test
  void anyOriginWithoutCredentialsIsAStar() {
    var any = new Cors(List.of("*"), List.of("*"), List.of(), List.of(), false, Optional.empty());
    assertThat(any.preflight(preflight("https://a.example")).headers())
        .containsExactlyInAnyOrder(
            entry("access-control-allow-origin", "*"), entry("access-control-allow-methods", "*"));
  }

  @Test
  void aSchemeWithAStarAllowsThatSchemeOnly() {
    var https =
        new Cors(List.of("https://*"), List.of(), List.of(), List.of(), true, Optional.empty());
    assertThat(https.preflight(preflight("https://a.example")).headers())
        .contains(entry("access-control-allow-origin", "https://a.example"));
    assertThat(https.preflight(preflight("http://a.example")).headers())
        .containsExactly(entry("vary", "origin"));
  }

  @Test
  void onlyOptionsWithBothHeadersIsAPreflight() {
    assertThat(Cors.isPreflight(preflight("https://a.example"))).isTrue();
    assertThat(Cors.isPreflight(request("POST", "origin", "access-control-request-method")))
        .isFalse();
    assertThat(Cors.isPreflight(request("OPTIONS", "origin"))).isFalse();
    assertThat(Cors.isPreflight(request("OPTIONS", "access-control-request-method"))).isFalse();
  }

  private static Request preflight(String origin) {
    return new Request(
        "OPTIONS",
        "/login",
        List.of(Map.entry("Origin", origin), Map.entry("Access-Control-Request-Method", "POST")),
        new byte[0],
        new Request.Connection("127.0.0.1", 8080, "HTTP/1.1"));
  }

  private static Request request(String method, String... headers) {
    var list = new ArrayList<Map.Entry<String, String>>();
    for (var header : headers) {
      list.add(Map.entry(header, "x"));
    }
    return new Request(
        method, "/login", list, new byte[0], new Request.Connection("127.0.0.1", 8080, "HTTP/1.1"));
  }
}

package io.github.cognitofirstlogin.local.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cognitofirstlogin.leaks.RawHttp;
import io.github.cognitofirstlogin.userpool.http.HttpServer;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A route behind an authorizer, as its callers see it. */
class AuthorizerTest {

  private static final String UNAUTHORIZED = "{\"message\":\"Unauthorized\"}";

  private final Queue<String> asked = new ConcurrentLinkedQueue<>();
  private final Queue<String> served = new ConcurrentLinkedQueue<>();
  private final Queue<String> log = new ConcurrentLinkedQueue<>();
  private final CompletableFuture<HttpApi> api = new CompletableFuture<>();
  private HttpServer server;

  @BeforeEach
  void listen() throws IOException {
    server = Gateway.start(0, api, Clock.systemUTC(), log::add);
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void aYesReachesTheRouteWithItsContext() {
    protect("{\"isAuthorized\":true,\"context\":{\"username\":\"alice\"}}");
    assertThat(get("Cookie: a=1\r\n")).startsWith("HTTP/1.1 200 ");
    assertThat(asked).hasSize(1).first().asString().contains("\"identitySource\":[\"a=1\"]");
    assertThat(served)
        .hasSize(1)
        .first()
        .asString()
        .contains("\"authorizer\":{\"lambda\":{\"username\":\"alice\"}}");
  }

  @Test
  void aYesWithoutContextReachesTheRoute() {
    protect("{\"isAuthorized\":true}");
    assertThat(get("Cookie: a=1\r\n")).startsWith("HTTP/1.1 200 ");
    assertThat(served).first().asString().contains("\"authorizer\":{\"lambda\":null}");
  }

  @Test
  void aNoIsA403AndTheRouteIsNotCalled() {
    protect("{\"isAuthorized\":false,\"context\":{\"username\":\"alice\"}}");
    assertThat(get("Cookie: a=1\r\n"))
        .startsWith("HTTP/1.1 403 ")
        .endsWith("\r\n\r\n{\"message\":\"Forbidden\"}");
    assertThat(served).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Cookie:\r\n", "X-Cookie: a=1\r\n"})
  void missingIdentitySourceIsA401WithoutACallOfTheAuthorizer(String headers) {
    protect("{\"isAuthorized\":true}");
    assertThat(get(headers)).startsWith("HTTP/1.1 401 ").endsWith("\r\n\r\n" + UNAUTHORIZED);
    assertThat(asked).isEmpty();
    assertThat(served).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "not json",
        "{\"isAuthorized\":\"true\"}",
        "{\"isAuthorized\":1}",
        "{\"isAuthorized\":null}",
        "{\"isAuthorized\":true,\"context\":[]}",
        "{\"isAuthorized\":true,\"context\":\"alice\"}"
      })
  void anAnswerThatIsNeitherYesNorNoIsA500(String answer) {
    protect(answer);
    assertThat(get("Cookie: a=1\r\n"))
        .startsWith("HTTP/1.1 500 ")
        .endsWith("\r\n\r\n{\"message\":\"Internal Server Error\"}");
    assertThat(served).isEmpty();
  }

  @Test
  void failedAuthorizerIsA500WithoutDetails() {
    protect(
        event -> CompletableFuture.failedFuture(new IllegalStateException("why")),
        "$request.header.Cookie");
    assertThat(get("Cookie: a=1\r\n"))
        .startsWith("HTTP/1.1 500 ")
        .endsWith("\r\n\r\n{\"message\":\"Internal Server Error\"}");
    assertThat(served).isEmpty();
    assertThat(log).hasSize(1).first().asString().contains("why");
  }

  @Test
  void aYesIsNotRemembered() {
    protect("{\"isAuthorized\":true}");
    get("Cookie: a=1\r\n");
    get("Cookie: a=1\r\n");
    assertThat(asked).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "$request.header.Authorization, /sample, 401",
    "$request.header.cookie, /sample, 200",
    "$request.querystring.key, /sample?key=1, 200",
    "$request.querystring.key, /sample?key=, 401",
    "$request.querystring.key, /sample, 401"
  })
  void identityIsReadFromTheConfiguredSource(String source, String target, int status) {
    protect(
        event -> CompletableFuture.completedFuture("{\"isAuthorized\":true}".getBytes(UTF_8)),
        source);
    assertThat(get(target, "Cookie: a=1\r\n")).startsWith("HTTP/1.1 " + status + " ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"$context.routeKey", "$stageVariables.x", "Cookie", "$request.header."})
  void anUnknownIdentitySourceIsRefused(String source) {
    assertThat(IdentitySource.isKnown(source)).isFalse();
    assertThatThrownBy(() -> new IdentitySource(source))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private void protect(String answer) {
    protect(
        event -> {
          asked.add(new String(event, UTF_8));
          return CompletableFuture.completedFuture(answer.getBytes(UTF_8));
        },
        "$request.header.Cookie");
  }

  private void protect(Function<byte[], CompletableFuture<byte[]>> authorizer, String source) {
    var route =
        new Routes.Route(
            new RouteKey("GET /sample"),
            Optional.of(new Authorizer(authorizer, List.of(new IdentitySource(source)))),
            new Integration(this::serve, Duration.ofSeconds(10)),
            new Throttle(10, 10, System::nanoTime));
    api.complete(
        new HttpApi(
            "id",
            "us-east-1",
            "1",
            new HttpApi.Stage("$default"),
            new Routes(List.of(route)),
            Optional.empty()));
  }

  private CompletableFuture<byte[]> serve(byte[] event) {
    served.add(new String(event, UTF_8));
    return CompletableFuture.completedFuture("{\"statusCode\":200}".getBytes(UTF_8));
  }

  private String get(String headers) {
    return get("/sample", headers);
  }

  private String get(String target, String headers) {
    return RawHttp.exchange(
        server.port(),
        "GET " + target + " HTTP/1.1\r\nHost: h\r\nConnection: close\r\n" + headers + "\r\n");
  }
}

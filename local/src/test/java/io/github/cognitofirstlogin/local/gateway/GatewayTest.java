package io.github.cognitofirstlogin.local.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitofirstlogin.leaks.Hostile;
import io.github.cognitofirstlogin.leaks.RawHttp;
import io.github.cognitofirstlogin.leaks.Watch;
import io.github.cognitofirstlogin.userpool.http.HttpServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
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
import org.junit.jupiter.params.provider.ValueSource;

class GatewayTest {

  private static final String NOT_FOUND = "{\"message\":\"Not Found\"}";

  private final Queue<byte[]> events = new ConcurrentLinkedQueue<>();
  private final Queue<String> log = new ConcurrentLinkedQueue<>();
  private final CompletableFuture<HttpApi> api = new CompletableFuture<>();
  private final HttpClient client = HttpClient.newHttpClient();
  private HttpServer server;

  @BeforeEach
  void listen() throws IOException {
    server = Gateway.start(0, api, Clock.systemUTC(), this::logged);
  }

  private void logged(String line) {
    log.add(line);
    Watch.current().logged(line);
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void aRequestReachesItsIntegrationAndTheOutputTheCaller() throws Exception {
    deploy("{\"statusCode\":201,\"cookies\":[\"a=1\",\"b=2\"],\"body\":\"hello\"}");
    var reply = post("{}");
    assertThat(reply.statusCode()).isEqualTo(201);
    assertThat(reply.body()).isEqualTo("hello");
    assertThat(reply.headers().allValues("set-cookie")).containsExactly("a=1", "b=2");
    assertThat(events).hasSize(1);
  }

  @Test
  void everyReplyHasARequestIdOfItsOwnThatTheEventHasToo() throws Exception {
    deploy("{\"statusCode\":200}");
    var first = post("{}").headers().firstValue("apigw-requestid").orElseThrow();
    var second = post("{}").headers().firstValue("apigw-requestid").orElseThrow();
    assertThat(first).isNotEqualTo(second);
    assertThat(new String(events.remove(), UTF_8)).contains("\"requestId\":\"" + first + "\"");
    assertThat(RawHttp.send(server.port(), "GET", "/nowhere")).contains("apigw-requestid: ");
    assertThat(RawHttp.exchange(server.port(), "broken\r\n\r\n")).contains("apigw-requestid: ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//login", "/login/", "/LOGIN", "/log%69n", "/%2e%2e/", "/%2e/login", "/login%00",
        "/login/../login", "/<script>alert(1)</script>", "*", "/login;x", "///", "/.", "login"
      })
  @Hostile("E13")
  void aPathWithoutARouteIsA404ThatRepeatsNothing(String target) {
    deploy("{\"statusCode\":200}");
    var reply = RawHttp.send(server.port(), "POST", target);
    assertThat(reply).startsWith("HTTP/1.1 404 ").endsWith("\r\n\r\n" + NOT_FOUND);
    assertThat(events).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "PUT", "DELETE", "PATCH", "TRACE", "OPTIONS", "QUERY", "post"})
  @Hostile("E12")
  void aMethodWithoutARouteIsA404(String method) {
    deploy("{\"statusCode\":200}");
    assertThat(RawHttp.send(server.port(), method, "/login"))
        .startsWith("HTTP/1.1 404 ")
        .endsWith("\r\n\r\n" + NOT_FOUND);
  }

  @Test
  @Hostile("E12")
  void headIsA404WithoutABody() {
    deploy("{\"statusCode\":200}");
    assertThat(RawHttp.send(server.port(), "HEAD", "/login"))
        .startsWith("HTTP/1.1 404 ")
        .endsWith("\r\n\r\n");
  }

  @Test
  void aHeadOfMoreThan10240BytesIsA431() throws Exception {
    deploy("{\"statusCode\":200}");
    assertThat(withHeader("x".repeat(9_500)).statusCode()).isEqualTo(200);
    var refused = withHeader("x".repeat(10_240));
    assertThat(refused.statusCode()).isEqualTo(431);
    assertThat(refused.body()).isEqualTo("{\"message\":\"Request Header Fields Too Large\"}");
    assertThat(withHeader("x".repeat(100_000)).statusCode()).isEqualTo(431);
    assertThat(events).hasSize(1);
  }

  @Test
  @Hostile("E11")
  void aBodyOfMoreThan10MegabytesIsA413() throws Exception {
    deploy("{\"statusCode\":200}");
    var reply = post("x".repeat(10 * 1024 * 1024 + 1));
    assertThat(reply.statusCode()).isEqualTo(413);
    assertThat(reply.body()).isEqualTo("{\"message\":\"Request Entity Too Large\"}");
    assertThat(reply.headers().firstValue("apigw-requestid")).isPresent();
    assertThat(events).isEmpty();
  }

  @Test
  @Hostile("E11")
  void anEventTooLargeForLambdaIsA413() throws Exception {
    deploy(event -> CompletableFuture.failedFuture(new PayloadTooLarge()), 10_000);
    var reply = post("{}");
    assertThat(reply.statusCode()).isEqualTo(413);
    assertThat(reply.body()).isEqualTo("{\"message\":\"Request Entity Too Large\"}");
  }

  @Test
  void failedFunctionIsA500WithoutDetails() throws Exception {
    deploy(event -> CompletableFuture.failedFuture(new IllegalStateException("why")), 10_000);
    var reply = post("{}");
    assertThat(reply.statusCode()).isEqualTo(500);
    assertThat(reply.body()).isEqualTo("{\"message\":\"Internal Server Error\"}");
    assertThat(log).hasSize(1).first().asString().contains("why");
  }

  @Test
  void anInvalidOutputIsA500() throws Exception {
    deploy("{\"statusCode\":\"ok\"}");
    var reply = post("{}");
    assertThat(reply.statusCode()).isEqualTo(500);
    assertThat(reply.body()).isEqualTo("{\"message\":\"Internal Server Error\"}");
  }

  @Test
  void anIntegrationThatTakesTooLongIsA503() throws Exception {
    deploy(event -> new CompletableFuture<>(), 50);
    var reply = post("{}");
    assertThat(reply.statusCode()).isEqualTo(503);
    assertThat(reply.body()).isEqualTo("{\"message\":\"Service Unavailable\"}");
  }

  @Test
  void oneRequestTooManyIsA429() throws Exception {
    deploy(event -> CompletableFuture.completedFuture("{}".getBytes(UTF_8)), 10_000, 2, none());
    assertThat(post("{}").statusCode()).isEqualTo(200);
    assertThat(post("{}").statusCode()).isEqualTo(200);
    var reply = post("{}");
    assertThat(reply.statusCode()).isEqualTo(429);
    assertThat(reply.body()).isEqualTo("{\"message\":\"Too Many Requests\"}");
  }

  @Test
  void corsIsOnEveryReplyOfTheApi() throws Exception {
    var cors =
        new Cors(List.of("https://a.example"), List.of("POST"), List.of(), List.of(), true, none());
    deploy(
        event -> CompletableFuture.completedFuture("{}".getBytes(UTF_8)),
        10_000,
        1,
        Optional.of(cors));
    for (var status : List.of(200, 429)) {
      var reply =
          client.send(
              request("{}").header("Origin", "https://a.example").build(), BodyHandlers.ofString());
      assertThat(reply.statusCode()).isEqualTo(status);
      assertThat(reply.headers().firstValue("access-control-allow-origin"))
          .contains("https://a.example");
    }
    assertThat(
            RawHttp.exchange(
                server.port(),
                "OPTIONS /anything HTTP/1.1\r\nHost: h\r\nConnection: close\r\n"
                    + "Origin: https://a.example\r\nAccess-Control-Request-Method: POST\r\n\r\n"))
        .startsWith("HTTP/1.1 204 ")
        .contains("access-control-allow-origin: https://a.example\r\n");
  }

  @Test
  void aRequestThatComesEarlyWaitsForTheApi() throws Exception {
    var reply = client.sendAsync(request("{}").build(), BodyHandlers.ofString());
    deploy("{\"statusCode\":202}");
    assertThat(reply.get().statusCode()).isEqualTo(202);
  }

  @Test
  @Hostile("E14")
  void aNamedStageIsPartOfThePath() throws Exception {
    var route = route(this::answerOk, 10_000, 10);
    api.complete(
        new HttpApi(
            "id", "us-east-1", "1", new HttpApi.Stage("prod"), new Routes(List.of(route)), none()));
    assertThat(RawHttp.send(server.port(), "POST", "/login")).startsWith("HTTP/1.1 404 ");
    assertThat(RawHttp.send(server.port(), "POST", "/production/login"))
        .startsWith("HTTP/1.1 404 ");
    assertThat(RawHttp.send(server.port(), "POST", "/prod/login")).startsWith("HTTP/1.1 200 ");
    assertThat(new String(events.remove(), UTF_8))
        .contains("\"rawPath\":\"/prod/login\"")
        .contains("\"stage\":\"prod\"");
  }

  private CompletableFuture<byte[]> answerOk(byte[] event) {
    events.add(event);
    return CompletableFuture.completedFuture("{\"statusCode\":200}".getBytes(UTF_8));
  }

  private void deploy(String output) {
    deploy(
        event -> {
          events.add(event);
          return CompletableFuture.completedFuture(output.getBytes(UTF_8));
        },
        10_000);
  }

  private void deploy(Function<byte[], CompletableFuture<byte[]>> function, int timeoutMillis) {
    deploy(function, timeoutMillis, 1_000, none());
  }

  private void deploy(
      Function<byte[], CompletableFuture<byte[]>> function,
      int timeoutMillis,
      int burst,
      Optional<Cors> cors) {
    var routes = new Routes(List.of(route(function, timeoutMillis, burst)));
    api.complete(new HttpApi("id", "us-east-1", "1", new HttpApi.Stage("$default"), routes, cors));
  }

  private static Routes.Route route(
      Function<byte[], CompletableFuture<byte[]>> function, int timeoutMillis, int burst) {
    return new Routes.Route(
        new RouteKey("POST /login"),
        Optional.empty(),
        new Integration(function, Duration.ofMillis(timeoutMillis)),
        new Throttle(burst, 0, System::nanoTime));
  }

  private static <T> Optional<T> none() {
    return Optional.empty();
  }

  private HttpResponse<String> post(String body) throws Exception {
    return client.send(request(body).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> withHeader(String value) throws Exception {
    return client.send(request("{}").header("x-long", value).build(), BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String body) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + "/login"))
        .version(HttpClient.Version.HTTP_1_1)
        .header("content-type", "application/json")
        .POST(BodyPublishers.ofString(body));
  }
}

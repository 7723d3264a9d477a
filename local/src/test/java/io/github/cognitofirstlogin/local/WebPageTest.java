package io.github.cognitofirstlogin.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cognitofirstlogin.local.gateway.Gateway;
import io.github.cognitofirstlogin.local.gateway.HttpApi;
import io.github.cognitofirstlogin.local.gateway.Integration;
import io.github.cognitofirstlogin.local.gateway.RouteKey;
import io.github.cognitofirstlogin.local.gateway.Routes;
import io.github.cognitofirstlogin.local.gateway.Throttle;
import io.github.cognitofirstlogin.userpool.http.HttpServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebPageTest {

  private static final Path WEB = Path.of("web");

  @TempDir private Path root;
  private HttpServer server;

  @BeforeEach
  void start() throws Exception {
    var web = Files.createDirectory(root.resolve("web"));
    Files.copy(WEB.resolve(".headers.json"), web.resolve(".headers.json"));
    Files.writeString(web.resolve("index.html"), "the page");
    Files.writeString(web.resolve("taken.js"), "the file");
    Files.writeString(root.resolve("secret.js"), "not of the page");
    var taken =
        new Routes.Route(
            new RouteKey("GET /taken.js"),
            Optional.empty(),
            new Integration(event -> reply(), Duration.ofSeconds(5)),
            new Throttle(100, 100, System::nanoTime));
    var api =
        new HttpApi(
            "id",
            "us-east-1",
            "123456789012",
            new HttpApi.Stage("$default"),
            new Routes(List.of(taken)),
            Optional.empty());
    server =
        Gateway.start(
            0,
            CompletableFuture.completedFuture(api),
            deployed -> new WebPage(root, deployed)::answer,
            Clock.systemUTC(),
            line -> {});
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void thePageIsServedWithTheHeadersOfADeployment() throws Exception {
    var page = send("GET", "/");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).isEqualTo("the page");
    var headers = new ObjectMapper().readTree(WEB.resolve(".headers.json").toFile()).properties();
    assertThat(headers)
        .hasSizeGreaterThan(5)
        .allSatisfy(
            header ->
                assertThat(page.headers().firstValue(header.getKey()))
                    .contains(header.getValue().asText()));
  }

  @Test
  void anEditShowsOnReload() throws Exception {
    var tag = send("GET", "/").headers().firstValue("etag").orElseThrow();
    assertThat(send("GET", "/", "If-None-Match", tag).statusCode()).isEqualTo(304);
    Files.writeString(root.resolve("web/index.html"), "the page, edited");
    var edited = send("GET", "/", "If-None-Match", tag);
    assertThat(edited.body()).isEqualTo("the page, edited");
    assertThat(edited.headers().firstValue("cache-control")).contains("no-cache");
  }

  @Test
  void headHasNoBody() throws Exception {
    var head = send("HEAD", "/");
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.headers().firstValue("content-length")).contains("8");
  }

  @Test
  void theApiWinsOverAFileOfTheSamePath() throws Exception {
    assertThat(send("GET", "/taken.js").body()).isEqualTo("the API");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/.headers.json",
        "/../secret.js",
        "/%2e%2e/secret.js",
        "/..%2fsecret.js",
        "//secret.js",
        "/none.js",
        "/index.html/",
        "/index"
      })
  void nothingElseIsServed(String path) throws Exception {
    var reply = send("GET", path);
    assertThat(reply.statusCode()).isEqualTo(404);
    assertThat(reply.body()).isEqualTo("{\"message\":\"Not Found\"}");
  }

  @Test
  void anyOtherMethodIsTheApis() throws Exception {
    assertThat(send("POST", "/").body()).isEqualTo("{\"message\":\"Not Found\"}");
  }

  @Test
  void theConfigurationNamesTheApiBesideThePage() throws Exception {
    assertThat(send("GET", "/config.json").body()).isEqualTo("{\"api\":\"\"}");
  }

  private HttpResponse<String> send(String method, String path, String... headers)
      throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path))
            .method(method, BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
  }

  private static CompletableFuture<byte[]> reply() {
    return CompletableFuture.completedFuture(
        "{\"statusCode\":200,\"body\":\"the API\"}".getBytes(StandardCharsets.UTF_8));
  }
}

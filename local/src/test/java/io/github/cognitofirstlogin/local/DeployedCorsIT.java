package io.github.cognitofirstlogin.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cognitofirstlogin.leaks.Hostile;
import io.github.cognitofirstlogin.leaks.RawHttp;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/**
 * The running gateway follows the template's CORS configuration for each origin, method and route.
 */
class DeployedCorsIT {

  private static final List<String> CONTEXT =
      List.of(
          "allowedOrigins=https://app.example.com,https://admin.example.com:8443,http://localhost:5173");

  private static final List<String> FOREIGN =
      List.of(
          "https://evil.example",
          "https://app.example.com.evil.example",
          "https://evil.app.example.com",
          "http://app.example.com",
          "https://app.example.com:444",
          "https://admin.example.com",
          "http://localhost",
          "http://localhost:51730",
          "http://127.0.0.1:5173",
          "HTTPS://APP.EXAMPLE.COM",
          "null",
          "");

  private final PrintStream log = new WatchedLog(OutputStream.nullOutputStream());

  @Test
  @Hostile({"B7", "B10", "B15"})
  void theGatewayAllowsWhatTheTemplateAllowsAndNothingElse() throws Exception {
    var template = new Synthesis(Path.of(""), CONTEXT, log).assembly().template();
    var cors =
        template.onlyResource("AWS::ApiGatewayV2::Api").properties().path("CorsConfiguration");
    var routes =
        template.resources("AWS::ApiGatewayV2::Route").stream()
            .map(route -> route.properties().path("RouteKey").asText().split(" ", 2))
            .toList();
    assertThat(cors.path("AllowCredentials").booleanValue()).isTrue();
    assertThat(texts(cors.path("AllowOrigins"))).hasSize(3).noneMatch(each -> each.contains("*"));
    assertThat(texts(cors.path("AllowMethods")))
        .as("the methods of the routes")
        .containsExactlyInAnyOrderElementsOf(
            routes.stream().map(key -> key[0]).distinct().toList());

    var request = new RunningStack.Request(Path.of(""), 0, 0, CONTEXT);
    try (var stack = RunningStack.of(request, Map.of(), log)) {
      var port = URI.create(stack.start().apiUrl()).getPort();
      for (var key : routes) {
        for (var origin : texts(cors.path("AllowOrigins"))) {
          assertThat(corsHeaders(preflight(port, key[0], key[1], origin)))
              .as(origin + " " + key[1])
              .containsExactlyInAnyOrder(
                  "access-control-allow-origin: " + origin,
                  "access-control-allow-credentials: true",
                  "access-control-allow-methods: " + joined(cors.path("AllowMethods")),
                  "access-control-allow-headers: " + joined(cors.path("AllowHeaders")),
                  "access-control-max-age: " + cors.path("MaxAge").asText());
          assertThat(corsHeaders(plain(port, key[0], key[1], origin)))
              .as(origin + " " + key[1])
              .containsExactlyInAnyOrder(
                  "access-control-allow-origin: " + origin,
                  "access-control-allow-credentials: true",
                  "access-control-expose-headers: " + joined(cors.path("ExposeHeaders")));
        }
        for (var origin : FOREIGN) {
          assertThat(corsHeaders(preflight(port, key[0], key[1], origin))).as(origin).isEmpty();
          assertThat(corsHeaders(plain(port, key[0], key[1], origin))).as(origin).isEmpty();
        }
      }
    }
  }

  private static String preflight(int port, String method, String path, String origin) {
    return RawHttp.exchange(
        port,
        "OPTIONS %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nOrigin: %s\r\nAccess-Control-Request-Method: %s\r\n\r\n"
            .formatted(path, origin, method));
  }

  private static String plain(int port, String method, String path, String origin) {
    return RawHttp.exchange(
        port,
        "%s %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nOrigin: %s\r\n\r\n"
            .formatted(method, path, origin));
  }

  private static Stream<String> corsHeaders(String reply) {
    return reply.lines().filter(line -> line.startsWith("access-control-"));
  }

  private static String joined(JsonNode array) {
    return String.join(",", texts(array));
  }

  private static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }
}

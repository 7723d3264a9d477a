package io.github.cognitofirstlogin.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.cognitofirstlogin.local.gateway.Authorizer;
import io.github.cognitofirstlogin.local.gateway.HttpApi;
import io.github.cognitofirstlogin.local.gateway.Integration;
import io.github.cognitofirstlogin.local.gateway.RouteKey;
import io.github.cognitofirstlogin.local.gateway.Routes;
import io.github.cognitofirstlogin.local.gateway.Throttle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * A route behind the stack's authorizer, like a route of another team. This route exists in the
 * local run only.
 */
final class SampleRoute {

  private static final String PATH = "/sample";
  private static final RouteKey KEY = new RouteKey("GET " + PATH);

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final double CALLS_PER_SECOND = 1_000;

  private SampleRoute() {}

  static Routes.Route behind(Authorizer authorizer) {
    return new Routes.Route(
        KEY,
        Optional.of(authorizer),
        new Integration(SampleRoute::answer, Duration.ofSeconds(30)),
        new Throttle(CALLS_PER_SECOND, CALLS_PER_SECOND, System::nanoTime));
  }

  /** The path of the route, if there is one. */
  static Optional<String> path(HttpApi api) {
    return api.routes().has(KEY) ? Optional.of(PATH) : Optional.empty();
  }

  /** A note for the user of the local run, if there is such a route. */
  static Optional<String> note(HttpApi api, String apiUrl) {
    return path(api)
        .map(
            path ->
                "GET %s%s is a sample of a route behind the authorizer; it exists in the local run only."
                    .formatted(apiUrl, path));
  }

  private static CompletableFuture<byte[]> answer(byte[] event) {
    try {
      var caller = JSON.readTree(event).at("/requestContext/authorizer/lambda");
      return CompletableFuture.completedFuture(JSON.writeValueAsBytes(response(caller)));
    } catch (IOException e) {
      return CompletableFuture.failedFuture(new UncheckedIOException(e));
    }
  }

  private static JsonNode response(JsonNode caller) {
    var body =
        JsonNodeFactory.instance
            .objectNode()
            .put("message", "Hello " + caller.path("username").asText());
    var groups = body.putArray("groups");
    for (var group : caller.path("groups").asText().split(" ", -1)) {
      if (!group.isEmpty()) {
        groups.add(group);
      }
    }
    var response = JsonNodeFactory.instance.objectNode().put("statusCode", 200);
    response
        .putObject("headers")
        .put("content-type", "application/json; charset=utf-8")
        .put("cache-control", "no-store");
    return response.put("body", body.toString());
  }
}

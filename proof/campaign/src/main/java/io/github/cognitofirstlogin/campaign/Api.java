package io.github.cognitofirstlogin.campaign;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** The API as a browser calls it. */
final class Api {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Long enough to see a reply that comes too late. */
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private final String url;
  private final HttpClient http;

  Api(String url, Executor executor) {
    this.url = url;
    this.http =
        HttpClient.newBuilder().executor(executor).version(HttpClient.Version.HTTP_1_1).build();
  }

  Told ask(Step step, Map<String, ?> body, String cookies) {
    return send(step, body, cookies).join();
  }

  CompletableFuture<Told> send(Step step, Map<String, ?> body, String cookies) {
    var request =
        HttpRequest.newBuilder(URI.create(url + step.path()))
            .timeout(PATIENCE)
            .header("X-Requested-With", "fetch");
    if (!cookies.isEmpty()) {
      request.header("Cookie", cookies);
    }
    if (body.isEmpty()) {
      request.method(step.method(), HttpRequest.BodyPublishers.noBody());
    } else {
      request
          .header("Content-Type", "application/json")
          .method(step.method(), HttpRequest.BodyPublishers.ofString(text(body)));
    }
    var start = System.nanoTime();
    return http.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString())
        .thenApply(
            reply ->
                new Told(
                    reply.statusCode(),
                    reply.headers(),
                    reply.body(),
                    json(reply.body()),
                    Duration.ofNanos(System.nanoTime() - start)));
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      return MissingNode.getInstance();
    }
  }

  private static String text(Map<String, ?> body) {
    try {
      return JSON.writeValueAsString(body);
    } catch (IOException e) {
      throw new IllegalStateException("a map of texts is always JSON", e);
    }
  }
}

package io.github.cognitofirstlogin.local.e2e;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;

/** JSON over HTTP. */
final class Http {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client = HttpClient.newHttpClient();

  HttpResponse<String> get(String url) {
    return send(HttpRequest.newBuilder(URI.create(url)).GET().build());
  }

  /** {@code headers} are names and values in turn. */
  HttpResponse<String> post(String url, JsonNode body, String... headers) {
    return send(
        HttpRequest.newBuilder(URI.create(url))
            .headers(headers)
            .POST(BodyPublishers.ofString(body.toString()))
            .build());
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The members of an object, names and values in turn. */
  static JsonNode body(Object... members) {
    Map<String, Object> body = new LinkedHashMap<>();
    for (var i = 0; i < members.length; i += 2) {
      body.put((String) members[i], members[i + 1]);
    }
    return JSON.valueToTree(body);
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}

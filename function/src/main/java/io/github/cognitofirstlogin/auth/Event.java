package io.github.cognitofirstlogin.auth;

import io.github.cognitofirstlogin.auth.http.Json;
import io.github.cognitofirstlogin.auth.http.Request;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The members of API Gateway's payload format 2.0 that this function reads. A member of another
 * type than API Gateway sends counts as absent.
 */
record Event(Optional<String> routeKey, Optional<String> requestId, Request request) {
  /**
   * @throws Json.MalformedJson if {@code text} is no JSON object
   */
  static Event parse(String text) {
    Map<String, @Nullable Object> event = Json.object(text);
    return new Event(
        string(event, "routeKey"),
        event.get("requestContext") instanceof Map<?, ?> context
            ? string(context, "requestId")
            : Optional.empty(),
        new Request(
            string(event, "body").orElse(null), Boolean.TRUE.equals(event.get("isBase64Encoded"))));
  }

  private static Optional<String> string(Map<?, ?> object, String name) {
    return object.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
  }
}

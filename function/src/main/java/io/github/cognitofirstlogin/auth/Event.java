package io.github.cognitofirstlogin.auth;

import io.github.cognitofirstlogin.auth.http.ProtocolText;
import io.github.cognitofirstlogin.auth.http.Request;
import io.github.cognitofirstlogin.auth.text.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The members of API Gateway's payload format 2.0 that this function reads. A member of another
 * type than API Gateway sends counts as absent.
 */
record Event(
    Optional<String> routeKey,
    Optional<String> requestId,
    Optional<String> sourceIp,
    Request request) {
  /** The input is not an event of an HTTP API. */
  static Event none() {
    return new Event(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        new Request(Map.of(), List.of(), null, false));
  }

  /**
   * @throws Json.MalformedJson if {@code text} is not a JSON object
   */
  static Event parse(String text) {
    Map<String, @Nullable Object> event = Json.object(text);
    return new Event(
        string(event, "routeKey"),
        event.get("requestContext") instanceof Map<?, ?> context
            ? string(context, "requestId")
            : Optional.empty(),
        event.get("requestContext") instanceof Map<?, ?> context
                && context.get("http") instanceof Map<?, ?> http
            ? string(http, "sourceIp")
            : Optional.empty(),
        new Request(
            headers(event.get("headers")),
            cookies(event.get("cookies")),
            string(event, "body").orElse(null),
            Boolean.TRUE.equals(event.get("isBase64Encoded"))));
  }

  /** API Gateway sends header names in lower case; another caller may not. */
  private static Map<String, String> headers(@Nullable Object headers) {
    Map<String, String> texts = new LinkedHashMap<>();
    if (headers instanceof Map<?, ?> members) {
      members.forEach(
          (name, value) -> {
            if (value instanceof String text) {
              texts.putIfAbsent(ProtocolText.lowerCase(String.valueOf(name)), text);
            }
          });
    }
    return texts;
  }

  private static List<String> cookies(@Nullable Object cookies) {
    return cookies instanceof List<?> list
        ? list.stream().filter(String.class::isInstance).map(String.class::cast).toList()
        : List.of();
  }

  private static Optional<String> string(Map<?, ?> object, String name) {
    return object.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
  }
}

package io.github.cognitofirstlogin.auth.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an endpoint may know of a request; header names in lower case, cookies as {@code
 * name=value}.
 */
public record Request(
    Map<String, String> headers,
    List<String> cookies,
    @Nullable String body,
    boolean isBase64Encoded) {
  public Request {
    headers = Map.copyOf(headers);
    cookies = List.copyOf(cookies);
  }

  /**
   * The body as a JSON object.
   *
   * @throws BadRequest if it is none
   */
  public JsonBody json() {
    return JsonBody.parse(body, isBase64Encoded);
  }

  public Optional<String> header(String lowerCaseName) {
    return Optional.ofNullable(headers.get(lowerCaseName));
  }

  /** The value of the first cookie of that exact name; an empty one counts as none. */
  public Optional<String> cookie(String name) {
    String start = name + "=";
    return cookies.stream()
        .map(String::strip)
        .filter(cookie -> cookie.startsWith(start))
        .findFirst()
        .map(cookie -> cookie.substring(start.length()))
        .filter(value -> !value.isEmpty());
  }

  /** The body holds passwords, the cookies tokens. */
  @Override
  public String toString() {
    return "Request[redacted]";
  }
}

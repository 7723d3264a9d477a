package io.github.cognitofirstlogin.auth.http;

import java.util.ArrayList;
import java.util.Collections;
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
  /** Each may cost a call: whoever sends more than former configurations leave is no browser. */
  private static final int MOST_OF_A_NAME = 3;

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

  /**
   * The values of the cookies of that exact name, the newest first, which browsers send last; empty
   * ones count as none. There are several where the deployment once had another {@code Domain}. A
   * name is compared character by character, and quotes are part of a value.
   */
  public List<String> cookies(String name) {
    return every(name).stream().limit(MOST_OF_A_NAME).toList();
  }

  /** Whether there are more values of that cookie than {@link #cookies} gives. */
  public boolean leavesCookiesOut(String name) {
    return every(name).size() > MOST_OF_A_NAME;
  }

  private List<String> every(String name) {
    String start = name + "=";
    List<String> values =
        new ArrayList<>(
            cookies.stream()
                .map(ProtocolText::trimmed)
                .filter(cookie -> cookie.startsWith(start))
                .map(cookie -> cookie.substring(start.length()))
                .filter(value -> !value.isEmpty())
                .toList());
    Collections.reverse(values);
    return values.stream().distinct().toList();
  }

  /** The body holds passwords, the cookies tokens. */
  @Override
  public String toString() {
    return "Request[redacted]";
  }
}

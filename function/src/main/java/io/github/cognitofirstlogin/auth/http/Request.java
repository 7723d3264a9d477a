package io.github.cognitofirstlogin.auth.http;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a request that endpoints use. Header names are in lower case, cookies are {@code
 * name=value}.
 */
public record Request(
    Map<String, String> headers,
    List<String> cookies,
    @Nullable String body,
    boolean isBase64Encoded) {
  /**
   * Each cookie may cost a call, and former configurations of the cookies leave no more than three.
   */
  private static final int MOST_OF_A_NAME = 3;

  public Request {
    headers = Map.copyOf(headers);
    cookies = List.copyOf(cookies);
  }

  /**
   * The body as a JSON object.
   *
   * @throws BadRequest if it is not one
   */
  public JsonBody json() {
    return JsonBody.parse(body, isBase64Encoded);
  }

  public Optional<String> header(String lowerCaseName) {
    return Optional.ofNullable(headers.get(lowerCaseName));
  }

  /**
   * The values of the cookies with exactly this name, the newest first. Browsers send the newest
   * last. Empty values are left out. There are several values if the deployment once had another
   * {@code Domain}. A name is compared character by character, and quotes are part of a value.
   */
  public List<String> cookies(String name) {
    return every(name).stream().limit(MOST_OF_A_NAME).toList();
  }

  /** Whether the request has more values of that cookie than {@link #cookies} returns. */
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

  /** The body contains passwords, and the cookies contain tokens. */
  @Override
  public String toString() {
    return "Request[redacted]";
  }
}

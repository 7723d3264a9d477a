package io.github.cognitofirstlogin.auth.http;

import org.jspecify.annotations.Nullable;

/** What an endpoint may know of a request. */
public record Request(@Nullable String body, boolean isBase64Encoded) {
  /**
   * The body as a JSON object.
   *
   * @throws BadRequest if it is none
   */
  public JsonBody json() {
    return JsonBody.parse(body, isBase64Encoded);
  }

  /** The body holds passwords. */
  @Override
  public String toString() {
    return "Request[redacted]";
  }
}

package io.github.cognitofirstlogin.userpool.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request exactly as it was sent. The target is not decoded or normalised. Headers keep their
 * order, case and repeats. Only a chunked body is changed: it arrives complete, with a
 * Content-Length.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, only passed on
public record Request(
    String method,
    String target,
    List<Map.Entry<String, String>> headers,
    byte[] body,
    Connection connection) {

  /** The connection of the request: the caller's address, the called port, {@code HTTP/1.1}. */
  public record Connection(String remoteAddress, int localPort, String protocol) {}

  /** The first header of that name, in any case. */
  public Optional<String> header(String name) {
    return headers.stream()
        .filter(header -> header.getKey().equalsIgnoreCase(name))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** Bodies and headers hold passwords and tokens. */
  @Override
  public String toString() {
    return "Request[" + method + ", redacted]";
  }
}

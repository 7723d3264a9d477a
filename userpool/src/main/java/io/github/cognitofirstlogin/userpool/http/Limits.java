package io.github.cognitofirstlogin.userpool.http;

import java.time.Duration;

/**
 * How much one server holds, and for how long.
 *
 * @param connections open at once; one more is closed as soon as it is accepted
 * @param requestBytes of all requests together, from their first byte until the reply is sent
 * @param request how long a request may take to arrive, from its first byte to its last
 * @param idle how long a connection may be open without a request
 */
record Limits(int connections, long requestBytes, Duration request, Duration idle) {

  /** Enough for a load test of one machine, and for six of the largest bodies. */
  static final Limits OF_ONE_MACHINE =
      new Limits(10_000, 64L << 20, Duration.ofSeconds(30), Duration.ofSeconds(60));
}

package io.github.cognitofirstlogin.userpool.wire;

import io.github.cognitofirstlogin.userpool.http.Exchange;
import io.github.cognitofirstlogin.userpool.http.Response;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The point at which the connection of an answer ends. */
enum End {
  KEPT,
  IN_HEAD,
  IN_BODY,
  RESET_IN_BODY;

  private static final int FIRST_FINAL_STATUS = 200;

  static End parse(String name) {
    return Arrays.stream(values())
        .filter(end -> end.toString().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'end' of a body must be one of %s, got '%s'"
                        .formatted(
                            Arrays.stream(values())
                                .map(End::toString)
                                .collect(Collectors.joining(", ")),
                            name)));
  }

  void send(Response answer, Exchange exchange) {
    switch (this) {
      case KEPT -> {
        if (answer.status() < FIRST_FINAL_STATUS) {
          // No final answer follows, so the connection closes.
          exchange.write(answer.with("Connection", "close").bytes());
          exchange.close();
        } else {
          exchange.send(answer);
        }
      }
      case IN_HEAD -> {
        exchange.write(("HTTP/1.1 " + answer.status()).getBytes(StandardCharsets.US_ASCII));
        exchange.close();
      }
      case IN_BODY -> {
        exchange.write(cut(answer));
        exchange.close();
      }
      case RESET_IN_BODY -> {
        exchange.write(cut(answer));
        exchange.reset();
      }
    }
  }

  /** Leaves out the second half of the body, and at least one byte. */
  private static byte[] cut(Response answer) {
    var bytes = answer.bytes();
    return Arrays.copyOf(bytes, bytes.length - (answer.body().length + 1) / 2);
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

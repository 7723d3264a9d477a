package io.github.cognitofirstlogin.auth.cognito;

import java.util.stream.Stream;

/** What the failures of the HTTP client say about how far a request got. */
final class Transport {
  private Transport() {}

  /** Whether no byte of the request's body can have left. */
  static boolean wasNotSent(Throwable failure) {
    return hasCause(failure, NotSent.class);
  }

  static boolean hasCause(Throwable failure, Class<? extends Exception> type) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .limit(16)
        .anyMatch(type::isInstance);
  }
}

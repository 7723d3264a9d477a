package io.github.cognitofirstlogin.auth.cognito;

import java.util.stream.Stream;

/** Tells from a failure of the HTTP client how far the request got. */
final class Transport {
  private Transport() {}

  /** Whether no byte of the request's body can have been sent. */
  static boolean wasNotSent(Throwable failure) {
    return hasCause(failure, NotSent.class);
  }

  static boolean hasCause(Throwable failure, Class<? extends Exception> type) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .limit(16)
        .anyMatch(type::isInstance);
  }
}

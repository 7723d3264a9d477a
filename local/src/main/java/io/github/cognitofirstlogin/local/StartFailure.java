package io.github.cognitofirstlogin.local;

/** Why the local run cannot start, in words for the person who started it. */
final class StartFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  StartFailure(String message) {
    super(message);
  }
}

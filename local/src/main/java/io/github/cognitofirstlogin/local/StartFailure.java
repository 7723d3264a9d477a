package io.github.cognitofirstlogin.local;

/** The reason why the local run cannot start, as a sentence for its user. */
final class StartFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  StartFailure(String message) {
    super(message);
  }
}

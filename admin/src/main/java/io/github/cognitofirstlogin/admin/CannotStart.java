package io.github.cognitofirstlogin.admin;

/** The reason why a correct command cannot do anything. */
final class CannotStart extends RuntimeException {
  private static final long serialVersionUID = 1;

  CannotStart(String sentence) {
    super(sentence);
  }
}

package io.github.cognitofirstlogin.admin;

/** Why nothing could be done although everything asked for makes sense. */
final class CannotStart extends RuntimeException {
  private static final long serialVersionUID = 1;

  CannotStart(String sentence) {
    super(sentence);
  }
}

package io.github.cognitofirstlogin.drift;

/** The reason why two models cannot be compared, in one sentence. */
final class CannotCompare extends Exception {
  CannotCompare(String sentence) {
    super(sentence);
  }
}

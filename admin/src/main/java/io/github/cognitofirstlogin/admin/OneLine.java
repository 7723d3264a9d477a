package io.github.cognitofirstlogin.admin;

/** Shows a text from a file or an answer on one line of bounded length. */
final class OneLine {
  private static final int LONGEST = 300;

  private OneLine() {}

  static String of(String text) {
    var shown = text.strip().replaceAll("\\s+", " ").replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", "\uFFFD");
    return shown.length() > LONGEST ? shown.substring(0, LONGEST) + "..." : shown;
  }
}

package io.github.cognitofirstlogin.infra.config;

/** Shows a typed text on one line of bounded length. */
public final class OneLine {
  private static final int LONGEST = 200;

  private OneLine() {}

  public static String of(Object typed) {
    var shown = new StringBuilder();
    String.valueOf(typed)
        .codePoints()
        .limit(LONGEST)
        .forEach(
            c -> {
              if (isPlain(c)) {
                shown.appendCodePoint(c);
              } else {
                shown.append("\\u%04x".formatted(c));
              }
            });
    return shown.toString();
  }

  /** Removes line breaks, invisible characters and bidi controls. */
  private static boolean isPlain(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }
}

package io.github.cognitofirstlogin.auth.http;

/**
 * The text of headers and cookies. The one place that trims it and changes its case, since Java
 * does both by Unicode's rules: a character that only Java takes for a blank or a letter would make
 * two names one, and let another host's cookie pass for ours.
 */
public final class ProtocolText {
  private ProtocolText() {}

  /** Without the optional whitespace of RFC 9110 at either end: space and tab, nothing else. */
  static String trimmed(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isOptionalWhitespace(text.charAt(start))) {
      start++;
    }
    while (start < end && isOptionalWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  /** With the letters of ASCII, and no others, in lower case. */
  public static String lowerCase(String text) {
    StringBuilder lower = new StringBuilder(text);
    for (int i = 0; i < lower.length(); i++) {
      char character = lower.charAt(i);
      if (character >= 'A' && character <= 'Z') {
        lower.setCharAt(i, (char) (character - 'A' + 'a'));
      }
    }
    return lower.toString();
  }

  private static boolean isOptionalWhitespace(char character) {
    return character == ' ' || character == '\t';
  }
}

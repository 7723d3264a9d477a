package io.github.cognitofirstlogin.auth.http;

/**
 * The text of headers and cookies. Only this class trims such a text and changes its case, because
 * Java uses Unicode's rules for both. By these rules two different names can become equal, and
 * another host's cookie could pass for a session cookie.
 */
public final class ProtocolText {
  private ProtocolText() {}

  /** Removes the optional whitespace of RFC 9110 at both ends: space and tab, and nothing else. */
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

  /** Changes only the letters of ASCII to lower case. */
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

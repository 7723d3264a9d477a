package io.github.cognitofirstlogin.auth;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Every character that Java, JavaScript or a browser treats as a blank or shows as nothing. */
final class Blanks {
  private static final Pattern SPACE = Pattern.compile("\\s");
  private static final Pattern UNICODE_SPACE =
      Pattern.compile("\\s", Pattern.UNICODE_CHARACTER_CLASS);

  /**
   * The blanks that JavaScript's {@code trim} and {@code \s} match and {@code String.trim} does
   * not.
   */
  private static final String JAVASCRIPT =
      "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
          + "\u2028\u2029\u202f\u205f\u3000\ufeff";

  /** Invisible in a browser, but not a blank in any standard. */
  private static final String INVISIBLE =
      "\u0085\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200c\u200d\u200e\u200f"
          + "\u2060\u2061\u2062\u2063\u2064\u2800\u3164\uffa0\ufff9\ufffa\ufffb\ufffc";

  private Blanks() {}

  /** All blanks except space and tab, the optional whitespace of HTTP. */
  static List<String> notOfHttp() {
    return IntStream.rangeClosed(0, Character.MAX_VALUE)
        .filter(Blanks::isBlank)
        .filter(character -> character != ' ' && character != '\t')
        .mapToObj(Character::toString)
        .toList();
  }

  private static boolean isBlank(int character) {
    String text = Character.toString(character);
    return Character.isWhitespace(character)
        || Character.isSpaceChar(character)
        || Character.isISOControl(character)
        || text.strip().isEmpty()
        || text.trim().isEmpty()
        || SPACE.matcher(text).matches()
        || UNICODE_SPACE.matcher(text).matches()
        || JAVASCRIPT.contains(text)
        || INVISIBLE.contains(text);
  }
}

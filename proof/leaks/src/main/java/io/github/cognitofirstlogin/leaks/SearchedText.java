package io.github.cognitofirstlogin.leaks;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A long text that is searched for many short texts, also in the encodings of JSON and URLs. */
final class SearchedText {
  private static final int WINDOW = 8;
  private static final int MOST_BITS = 1 << 24;
  private static final Pattern ESCAPE =
      Pattern.compile("\\\\(?:u+([0-9a-fA-F]{4})|([\"\\\\/bfnrt]))");
  private static final String ESCAPED = "\"\\/bfnrt";
  private static final String MEANT = "\"\\/\b\f\n\r\t";

  /**
   * One decoding of the text, with an index of its windows, because most searched texts do not
   * occur.
   */
  private record Reading(String text, BitSet windows, int mask) {
    private static Reading of(String text) {
      var mask = Math.min(MOST_BITS, Integer.highestOneBit(text.length() + WINDOW) << 4) - 1;
      var windows = new BitSet(mask + 1);
      for (var at = 0; at + WINDOW <= text.length(); at++) {
        windows.set(window(text, at) & mask);
      }
      return new Reading(text, windows, mask);
    }

    private boolean has(String part) {
      return (part.length() < WINDOW || windows.get(window(part, 0) & mask)) && text.contains(part);
    }
  }

  private final String text;
  private final Reading asItIs;
  private final List<Reading> others = new ArrayList<>();

  SearchedText(String text) {
    this.text = text;
    asItIs = Reading.of(text);
    var once = withoutEscapes(text);
    // Decoded twice, for JSON in a string of JSON.
    Stream.of(once, withoutEscapes(once), withoutPercent(text))
        .distinct()
        .filter(reading -> !reading.equals(text))
        .forEach(reading -> others.add(Reading.of(reading)));
  }

  boolean has(String part) {
    return asItIs.has(part);
  }

  boolean hasInAnyReading(String part) {
    return has(part) || others.stream().anyMatch(reading -> reading.has(part));
  }

  /** Between characters that are not part of a word, number or token. */
  boolean hasWord(String word) {
    for (var at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      if (endsWord(at - 1) && (endsWord(at + word.length()) || isFullStop(at + word.length()))) {
        return true;
      }
    }
    return false;
  }

  private boolean endsWord(int at) {
    return at < 0 || at >= text.length() || !(isLetter(text.charAt(at)) || text.charAt(at) == '.');
  }

  private boolean isFullStop(int at) {
    return text.charAt(at) == '.' && (at + 1 == text.length() || !isLetter(text.charAt(at + 1)));
  }

  private static boolean isLetter(char each) {
    return Character.isLetterOrDigit(each) || each == '_' || each == '-';
  }

  private static int window(String text, int from) {
    var hash = 0;
    for (var at = from; at < from + WINDOW; at++) {
      hash = 31 * hash + text.charAt(at);
    }
    return hash ^ (hash >>> 11);
  }

  private static String withoutEscapes(String text) {
    return text.indexOf('\\') < 0
        ? text
        : ESCAPE
            .matcher(text)
            .replaceAll(
                escape ->
                    Matcher.quoteReplacement(
                        escape.group(1) == null
                            ? MEANT.substring(
                                ESCAPED.indexOf(escape.group(2)),
                                ESCAPED.indexOf(escape.group(2)) + 1)
                            : String.valueOf((char) Integer.parseInt(escape.group(1), 16))));
  }

  /** Decodes a form or a query; text that is not an escape stays unchanged. */
  private static String withoutPercent(String text) {
    if (text.indexOf('%') < 0 && text.indexOf('+') < 0) {
      return text;
    }
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    var read = new ByteArrayOutputStream(bytes.length);
    for (var at = 0; at < bytes.length; at++) {
      if (bytes[at] == '%'
          && at + 2 < bytes.length
          && digit(bytes[at + 1]) >= 0
          && digit(bytes[at + 2]) >= 0) {
        read.write(16 * digit(bytes[at + 1]) + digit(bytes[at + 2]));
        at += 2;
      } else {
        read.write(bytes[at] == '+' ? ' ' : bytes[at]);
      }
    }
    return read.toString(StandardCharsets.UTF_8);
  }

  private static int digit(byte hexadecimal) {
    return Character.digit(hexadecimal, 16);
  }
}

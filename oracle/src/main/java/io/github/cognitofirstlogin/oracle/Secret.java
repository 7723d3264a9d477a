package io.github.cognitofirstlogin.oracle;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** A value that must not be read anywhere, and how it may look where it is. */
record Secret(String value) {
  private static final int SHORTEST = 8;
  private static final int PREFIX = 12;

  /** Names of members and words of messages are no secrets, whoever uses them as a password. */
  private static final Pattern WORD = Pattern.compile("[a-z_]+");

  private static final Pattern CODE = Pattern.compile("\\d{6}");

  /** Whether finding it says anything: a short or common text is everywhere. */
  static boolean isTelling(String value) {
    return CODE.matcher(value).matches()
        || (value.length() >= SHORTEST && !WORD.matcher(value).matches());
  }

  boolean isIn(String text) {
    if (CODE.matcher(value).matches()) {
      return Pattern.compile("(?<![\\w.-])" + value + "(?![\\w-])").matcher(text).find();
    }
    return forms().stream().anyMatch(text::contains);
  }

  private Set<String> forms() {
    var forms = new LinkedHashSet<String>();
    forms.add(value);
    forms.add(URLEncoder.encode(value, StandardCharsets.UTF_8));
    forms.add(json(value));
    if (value.length() >= PREFIX) {
      forms.add(new StringBuilder(value.substring(0, PREFIX)).reverse().toString());
      for (var before : new String[] {"", "x", "xx"}) {
        forms.add(inBase64(before));
      }
    }
    return forms;
  }

  /** As JSON escapes it, quotation marks aside. */
  private static String json(String value) {
    var escaped = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      char each = value.charAt(i);
      switch (each) {
        case '"', '\\' -> escaped.append('\\').append(each);
        case '\n' -> escaped.append("\\n");
        case '\r' -> escaped.append("\\r");
        case '\t' -> escaped.append("\\t");
        default -> escaped.append(each);
      }
    }
    return escaped.toString();
  }

  /** The middle of it, which is the same whatever stands before and after. */
  private String inBase64(String before) {
    var bytes = (before + value).getBytes(StandardCharsets.UTF_8);
    var encoded = Base64.getEncoder().withoutPadding().encodeToString(bytes);
    return encoded.substring(4, encoded.length() - 3);
  }

  @Override
  public String toString() {
    return "Secret[" + value.length() + " characters]";
  }
}

package io.github.cognitofirstlogin.oracle;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/** A value that must not be read anywhere, and how it may look where it is. */
record Secret(String value) {
  /** A shorter text is part of others by chance. */
  private static final int SHORTEST_PART = 8;

  private static final int SHORTEST = 6;
  private static final int PREFIX = 12;
  private static final int FEWEST_LETTERS = 4;

  /** Names of members and words of messages are no secrets, whoever uses them as a password. */
  private static final Pattern WORD = Pattern.compile("[a-z]{1,15}|[a-z]+(_[a-z]+)+");

  private static final Pattern CODE = Pattern.compile("\\d{6,8}");

  /** Whether finding it says anything: a short or common text is everywhere. */
  static boolean isTelling(String value) {
    return CODE.matcher(value).matches()
        || (value.length() >= SHORTEST
            && value.chars().distinct().count() >= FEWEST_LETTERS
            && !WORD.matcher(value).matches());
  }

  boolean isIn(SearchedText text) {
    if (value.length() < SHORTEST_PART || CODE.matcher(value).matches()) {
      return text.hasWord(value);
    }
    return text.hasInAnyReading(value) || forms().stream().anyMatch(text::has);
  }

  /** Those that no reading of a text undoes. */
  private List<String> forms() {
    var forms = new ArrayList<String>();
    var prefix = value.substring(0, Math.min(PREFIX, value.length()));
    forms.add(new StringBuilder(prefix).reverse().toString());
    for (var before = 0; before < 3; before++) {
      forms.add(inBase64(Base64.getEncoder(), before));
      forms.add(inBase64(Base64.getUrlEncoder(), before));
    }
    return forms;
  }

  /** The part of it that is the same whatever stands before and after. */
  private String inBase64(Base64.Encoder encoder, int before) {
    var bytes = ("x".repeat(before) + value).getBytes(StandardCharsets.UTF_8);
    var encoded = encoder.withoutPadding().encodeToString(bytes);
    return encoded.substring((8 * before + 5) / 6, 8 * bytes.length / 6);
  }

  @Override
  public String toString() {
    return "Secret[" + value.length() + " characters]";
  }
}

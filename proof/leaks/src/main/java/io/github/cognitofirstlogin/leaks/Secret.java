package io.github.cognitofirstlogin.leaks;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/** A secret value, and the forms in which it may appear. */
record Secret(String value) {
  /** A shorter text occurs in other texts by chance. */
  private static final int SHORTEST_PART = 8;

  private static final int SHORTEST = 6;
  private static final int PREFIX = 12;
  private static final int FEWEST_LETTERS = 4;

  /**
   * Names of members and words of messages do not count as secrets, even if a test uses one as a
   * password.
   */
  private static final Pattern WORD = Pattern.compile("[a-z]{1,15}|[a-z]+(_[a-z]+)+");

  private static final Pattern CODE = Pattern.compile("\\d{6,8}");

  /** Whether an occurrence proves a leak: a short or common text occurs everywhere. */
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

  /** Encodings that {@link SearchedText} does not decode. */
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

  /** The part of the base64 text that does not depend on the text around the secret. */
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

package io.github.cognitofirstlogin.campaign;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Recognises a secret of this campaign in any place and encoding. */
final class LeakWatch {
  /** A text in every password of the campaign, and in nothing else. */
  static final String CANARY = "Kanarienvogel";

  /** A token, which begins as JSON does in base64, or a session. A request id is shorter. */
  private static final Pattern ISSUED = Pattern.compile("(eyJ|AYAB)[A-Za-z0-9_-]{20}");

  private static final String[] CANARIES =
      Stream.concat(
              Stream.of(CANARY, new StringBuilder(CANARY).reverse().toString()),
              Stream.of("", "x", "xx").map(LeakWatch::base64))
          .toArray(String[]::new);

  private LeakWatch() {}

  static boolean finds(String text) {
    for (var canary : CANARIES) {
      if (text.contains(canary)) {
        return true;
      }
    }
    return ISSUED.matcher(text).find();
  }

  /** The part of the encoded text that does not depend on the text around it. */
  private static String base64(String before) {
    var encoded =
        Base64.getEncoder().encodeToString((before + CANARY).getBytes(StandardCharsets.US_ASCII));
    return encoded.substring(4, 16);
  }
}

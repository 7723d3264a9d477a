package io.github.cognitofirstlogin.campaign;

import io.github.cognitofirstlogin.leaks.Secrets;
import java.util.regex.Pattern;

/** Recognises a secret of this campaign in any place and encoding. */
final class LeakWatch {
  /** A text in every password of the campaign, and in nothing else. */
  static final String CANARY = "Kanarienvogel";

  /** A token, which begins as JSON does in base64, or a session. A request id is shorter. */
  private static final Pattern ISSUED = Pattern.compile("(eyJ|AYAB)[A-Za-z0-9_-]{20}");

  private static final Secrets CANARIES = Secrets.of(CANARY);

  private LeakWatch() {}

  static boolean finds(String text) {
    return CANARIES.areIn(text) || ISSUED.matcher(text).find();
  }
}

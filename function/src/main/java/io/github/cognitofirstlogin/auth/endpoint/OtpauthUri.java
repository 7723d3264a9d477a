package io.github.cognitofirstlogin.auth.endpoint;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The key URI that authenticator apps read from a QR code (Google Authenticator's format). */
final class OtpauthUri {
  private OtpauthUri() {}

  static String of(String issuer, String account, String secretCode) {
    return "otpauth://totp/%s:%s?secret=%s&issuer=%s&algorithm=SHA1&digits=6&period=30"
        .formatted(encoded(issuer), encoded(account), encoded(secretCode), encoded(issuer));
  }

  /** An app would show the plus sign of an HTML form encoder. */
  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}

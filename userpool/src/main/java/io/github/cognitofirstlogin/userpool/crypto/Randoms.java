package io.github.cognitofirstlogin.userpool.crypto;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;

/** Random identifiers and secrets, in Cognito's formats. */
public final class Randoms {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String LOWER = "abcdefghijklmnopqrstuvwxyz0123456789";
  private static final String ALPHANUMERIC = "ABCDEFGHIJKLMNOPQRSTUVWXYZ" + LOWER;

  private Randoms() {}

  public static byte[] bytes(int count) {
    var bytes = new byte[count];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  public static String poolId(String region) {
    return region + "_" + characters(9, ALPHANUMERIC);
  }

  public static String clientId() {
    return characters(26, LOWER);
  }

  public static String clientSecret() {
    return characters(51, LOWER);
  }

  /** As long as a real session: 1,543 characters. */
  public static String session() {
    return "AYABe" + base64Url(1_153);
  }

  /** Has the form and the length of an encrypted JWT, and no content. */
  public static String refreshToken() {
    var header = "{\"cty\":\"JWT\",\"enc\":\"A256GCM\",\"alg\":\"RSA-OAEP\"}";
    return String.join(
        ".",
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(header.getBytes(StandardCharsets.UTF_8)),
        base64Url(256),
        base64Url(12),
        base64Url(980),
        base64Url(16));
  }

  /** A code as people type it. */
  public static String digits(int count) {
    return characters(count, "0123456789");
  }

  public static String characters(int count, String among) {
    var text = new StringBuilder(count);
    for (var i = 0; i < count; i++) {
      text.append(among.charAt(RANDOM.nextInt(among.length())));
    }
    return text.toString();
  }

  private static String base64Url(int bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(bytes));
  }
}

package io.github.cognitofirstlogin.local.e2e;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An authenticator app (RFC 6238) that scanned the QR code of an {@code otpauth} URI. */
public record AuthenticatorApp(String secret) {
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int STEP_SECONDS = 30;

  public static AuthenticatorApp scanned(String otpauthUri) {
    Map<String, String> parameters =
        Arrays.stream(otpauthUri.substring(otpauthUri.indexOf('?') + 1).split("&"))
            .map(parameter -> parameter.split("=", 2))
            .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    return new AuthenticatorApp(parameters.get("secret"));
  }

  public String code(Instant now) {
    try {
      var mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(key(), "HmacSHA1"));
      var step = ByteBuffer.allocate(8).putLong(now.getEpochSecond() / STEP_SECONDS).array();
      var hash = mac.doFinal(step);
      var number = ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & 0xf) & 0x7fffffff;
      return "%06d".formatted(number % 1_000_000);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private byte[] key() {
    var key = new ByteArrayOutputStream();
    var bits = 0;
    var held = 0;
    for (var digit : secret.toCharArray()) {
      bits = bits << 5 | BASE32.indexOf(digit);
      held += 5;
      if (held >= 8) {
        held -= 8;
        key.write(bits >> held);
      }
    }
    return key.toByteArray();
  }
}

package io.github.cognitofirstlogin.userpool.crypto;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A software token: the time-based codes of RFC 6238 (SHA-1, 30 seconds, 6 digits), each good once.
 */
public final class Totp {

  /** A code of a time step that was already used. */
  public static final class Replayed extends RuntimeException {
    private Replayed() {
      super("the code was used before", null, false, false);
    }
  }

  private static final int SECRET_BYTES = 32;
  private static final long STEP_SECONDS = 30;
  private static final int DRIFT_STEPS = 1;
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private final byte[] secret;
  private long lastStep = Long.MIN_VALUE;

  public Totp() {
    this(Randoms.bytes(SECRET_BYTES));
  }

  public Totp(byte[] secret) {
    this.secret = secret.clone();
  }

  /** The secret in the format of authenticator apps. */
  public String secretCode() {
    var text = new StringBuilder();
    var buffer = 0;
    var bits = 0;
    for (var one : secret) {
      buffer = (buffer << 8) | (one & 0xff);
      bits += 8;
      while (bits >= 5) {
        text.append(BASE32.charAt((buffer >> (bits - 5)) & 31));
        bits -= 5;
      }
    }
    if (bits > 0) {
      text.append(BASE32.charAt((buffer << (5 - bits)) & 31));
    }
    return text.toString();
  }

  /** Whether the code is right now; a right one is used up. */
  public boolean accept(String code, Instant now) {
    var step = matching(code, Math.floorDiv(now.getEpochSecond(), STEP_SECONDS));
    if (step.isEmpty()) {
      return false;
    }
    if (step.getAsLong() <= lastStep) {
      throw new Replayed();
    }
    lastStep = step.getAsLong();
    return true;
  }

  private OptionalLong matching(String code, long current) {
    for (var step = current + DRIFT_STEPS; step >= current - DRIFT_STEPS; step--) {
      if (code.equals(code(step))) {
        return OptionalLong.of(step);
      }
    }
    return OptionalLong.empty();
  }

  private String code(long step) {
    try {
      var mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret, "HmacSHA1"));
      var hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
      var offset = hash[hash.length - 1] & 0xf;
      var number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & 0x7fffffff;
      return "%06d".formatted(number % 1_000_000);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA1", e);
    }
  }
}

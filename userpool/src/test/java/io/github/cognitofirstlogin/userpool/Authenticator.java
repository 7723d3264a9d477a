package io.github.cognitofirstlogin.userpool;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An authenticator app that knows only Cognito's secret code. */
record Authenticator(String secretCode, ContractRun run) {

  String code() {
    return code(run.target().now().getEpochSecond() / 30);
  }

  /** A code of another day. */
  String wrongCode() {
    var right = run.target().now().getEpochSecond() / 30;
    var wrong = right - 2_880;
    while (code(wrong).equals(code(right))) {
      wrong--;
    }
    return code(wrong);
  }

  private String code(long step) {
    try {
      var mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret(), "HmacSHA1"));
      var hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
      var number = ByteBuffer.wrap(hash).getInt(hash[19] & 15) & 0x7fffffff;
      return "%06d".formatted(number % 1_000_000);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private byte[] secret() {
    var bits = BigInteger.ONE;
    for (var character : secretCode.toCharArray()) {
      bits =
          bits.shiftLeft(5)
              .or(BigInteger.valueOf("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(character)));
    }
    var surplus = secretCode.length() * 5 % 8;
    var bytes = bits.shiftRight(surplus).toByteArray();
    return Arrays.copyOfRange(bytes, 1, bytes.length);
  }
}

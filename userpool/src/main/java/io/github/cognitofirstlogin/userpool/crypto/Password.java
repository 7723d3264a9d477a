package io.github.cognitofirstlogin.userpool.crypto;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * A user's password as the first hash of SRP. With it a password can be checked and an SRP verifier
 * can be made, without storing the password.
 */
public final class Password {

  private final byte[] hash;

  private Password(byte[] hash) {
    this.hash = hash;
  }

  public static Password of(String poolId, String username, String password) {
    var poolName = poolId.substring(poolId.indexOf('_') + 1);
    return new Password(
        sha256().digest((poolName + username + ":" + password).getBytes(StandardCharsets.UTF_8)));
  }

  public byte[] hash() {
    return hash.clone();
  }

  public boolean is(Password other) {
    return MessageDigest.isEqual(hash, other.hash);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}

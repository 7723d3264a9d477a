package io.github.cognitofirstlogin.userpool.crypto;

import io.github.cognitofirstlogin.userpool.protocol.CognitoException;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The server's side of one SRP-6a exchange, with the group, hashes and key derivation that
 * Cognito's clients use.
 */
public final class Srp {

  /** The 3072-bit group of RFC 5054 (and RFC 3526). */
  public static final BigInteger N =
      new BigInteger(
          "FFFFFFFFFFFFFFFFC90FDAA22168C234C4C6628B80DC1CD129024E088A67CC74"
              + "020BBEA63B139B22514A08798E3404DDEF9519B3CD3A431B302B0A6DF25F1437"
              + "4FE1356D6D51C245E485B576625E7EC6F44C42E9A637ED6B0BFF5CB6F406B7ED"
              + "EE386BFB5A899FA5AE9F24117C4B1FE649286651ECE45B3DC2007CB8A163BF05"
              + "98DA48361C55D39A69163FA8FD24CF5F83655D23DCA3AD961C62F356208552BB"
              + "9ED529077096966D670C354E4ABC9804F1746C08CA18217C32905E462E36CE3B"
              + "E39E772C180E86039B2783A2EC07A28FB5C55DF06F4C52C9DE2BCBF695581718"
              + "3995497CEA956AE515D2261898FA051015728E5A8AAAC42DAD33170D04507A33"
              + "A85521ABDF1CBA64ECFB850458DBEF0A8AEA71575D060C7DB3970F85A6E1E4C7"
              + "ABF5AE8CDB0933D71E8C94E04A25619DCEE3D2261AD2EE6BF12FFA06D98A0864"
              + "D87602733EC86A64521F2B18177B200CBBE117577A615D6C770988C0BAD946E2"
              + "08E24FA074E5AB3143DB5BFCE0FD108E4B82D120A93AD2CAFFFFFFFFFFFFFFFF",
          16);

  public static final BigInteger G = BigInteger.TWO;
  private static final BigInteger K = number(sha256(N.toByteArray(), G.toByteArray()));
  private static final byte[] INFO = "Caldera Derived Key\u0001".getBytes(StandardCharsets.UTF_8);
  private static final int KEY_BYTES = 16;
  private static final int PRIVATE_BYTES = 32;
  private static final int SALT_BYTES = 16;

  private final BigInteger salt = number(Randoms.bytes(SALT_BYTES));
  private final BigInteger clientPublic;
  private final BigInteger verifier;
  private final BigInteger secret = number(Randoms.bytes(PRIVATE_BYTES));
  private final BigInteger serverPublic;

  private Srp(BigInteger clientPublic, byte[] passwordHash) {
    this.clientPublic = clientPublic;
    this.verifier = G.modPow(number(sha256(salt.toByteArray(), passwordHash)), N);
    this.serverPublic = K.multiply(verifier).add(G.modPow(secret, N)).mod(N);
  }

  /** Answers a client's public value, SRP_A, for the user with this hash of the password. */
  public static Srp answering(String srpA, byte[] passwordHash) {
    BigInteger clientPublic;
    try {
      clientPublic = new BigInteger(srpA, 16);
    } catch (NumberFormatException e) {
      throw CognitoException.invalidParameter("SRP_A is not a hexadecimal number");
    }
    // With a multiple of N, an attacker would know the shared key without the password.
    if (clientPublic.signum() <= 0 || clientPublic.mod(N).signum() == 0) {
      throw CognitoException.invalidParameter("SRP_A is out of range");
    }
    return new Srp(clientPublic, passwordHash);
  }

  public String saltHex() {
    return salt.toString(16);
  }

  public String publicHex() {
    return serverPublic.toString(16);
  }

  /** Whether the client signed the message with the key that follows from the right password. */
  public boolean verifies(byte[] signature, byte[] message) {
    var scrambling = number(sha256(clientPublic.toByteArray(), serverPublic.toByteArray()));
    var shared = clientPublic.multiply(verifier.modPow(scrambling, N)).modPow(secret, N);
    var derived = hmac(hmac(scrambling.toByteArray(), shared.toByteArray()), INFO);
    var expected = hmac(Arrays.copyOf(derived, KEY_BYTES), message);
    return MessageDigest.isEqual(expected, signature);
  }

  private static BigInteger number(byte[] magnitude) {
    return new BigInteger(1, magnitude);
  }

  private static byte[] sha256(byte[] first, byte[] second) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      var both = new ByteArrayOutputStream();
      both.writeBytes(first);
      both.writeBytes(second);
      return digest.digest(both.toByteArray());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static byte[] hmac(byte[] key, byte[] message) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }
}

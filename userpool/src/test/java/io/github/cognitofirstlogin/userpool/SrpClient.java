package io.github.cognitofirstlogin.userpool;

import io.github.cognitofirstlogin.userpool.crypto.Srp;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RespondToAuthChallengeResponse;

/** The client's side of USER_SRP_AUTH. */
final class SrpClient {

  private static final BigInteger N = Srp.N;
  private static final BigInteger G = Srp.G;

  private SrpClient() {}

  static RespondToAuthChallengeResponse signIn(
      ContractPool pool, String username, String password) {
    var secret = new BigInteger(256, new SecureRandom());
    var publicA = G.modPow(secret, N);
    var parameters =
        pool.initiate("USER_SRP_AUTH", username, Map.of("SRP_A", publicA.toString(16)))
            .challengeParameters();
    var publicB = new BigInteger(parameters.get("SRP_B"), 16);
    var user = parameters.get("USER_ID_FOR_SRP");
    var poolName = pool.id().substring(pool.id().indexOf('_') + 1);
    var inner = sha256((poolName + user + ":" + password).getBytes(StandardCharsets.UTF_8));
    var x = number(sha256(new BigInteger(parameters.get("SALT"), 16).toByteArray(), inner));
    var k = number(sha256(N.toByteArray(), G.toByteArray()));
    var u = number(sha256(publicA.toByteArray(), publicB.toByteArray()));
    var shared = publicB.subtract(k.multiply(G.modPow(x, N))).modPow(secret.add(u.multiply(x)), N);
    var key =
        hmac(
            hmac(u.toByteArray(), shared.toByteArray()),
            "Caldera Derived Key\u0001".getBytes(StandardCharsets.UTF_8));
    var timestamp = "Sun Nov 1 12:00:00 UTC 2026";
    var signature =
        hmac(
            Arrays.copyOf(key, 16),
            (poolName + user).getBytes(StandardCharsets.UTF_8),
            Base64.getDecoder().decode(parameters.get("SECRET_BLOCK")),
            timestamp.getBytes(StandardCharsets.UTF_8));
    return pool.respond(
        "PASSWORD_VERIFIER",
        user,
        null,
        Map.of(
            "PASSWORD_CLAIM_SECRET_BLOCK", parameters.get("SECRET_BLOCK"),
            "PASSWORD_CLAIM_SIGNATURE", Base64.getEncoder().encodeToString(signature),
            "TIMESTAMP", timestamp));
  }

  private static BigInteger number(byte[] magnitude) {
    return new BigInteger(1, magnitude);
  }

  private static byte[] sha256(byte[]... parts) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(joined(parts));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] hmac(byte[] key, byte[]... parts) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(joined(parts));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] joined(byte[]... parts) {
    var joined = new ByteArrayOutputStream();
    for (var part : parts) {
      joined.writeBytes(part);
    }
    return joined.toByteArray();
  }
}

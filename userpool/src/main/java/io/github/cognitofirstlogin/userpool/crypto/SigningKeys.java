package io.github.cognitofirstlogin.userpool.crypto;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * A pool's two RSA keys, one for each kind of token as in Cognito. Generating them takes a while.
 * So it happens in the background, and only when the pool has a user.
 */
public final class SigningKeys {

  /** Signer and verifier are kept, because creating them takes longer than using them. */
  private record Key(RSAKey jwk, JWSSigner signer, JWSVerifier verifier) {}

  private record Pair(Key idKey, Key accessKey) {}

  private final Executor background;
  private Optional<CompletableFuture<Pair>> keys = Optional.empty();

  public SigningKeys(Executor background) {
    this.background = background;
  }

  /** Starts to generate the keys in the background, unless that was started before. */
  public void generate() {
    keys();
  }

  private synchronized CompletableFuture<Pair> keys() {
    if (keys.isEmpty()) {
      keys =
          Optional.of(
              CompletableFuture.supplyAsync(() -> new Pair(generated(), generated()), background));
    }
    return keys.get();
  }

  public String signIdToken(JWTClaimsSet claims) {
    return sign(keys().join().idKey(), claims);
  }

  public String signAccessToken(JWTClaimsSet claims) {
    return sign(keys().join().accessKey(), claims);
  }

  /** Whether this pool signed the token as an access token. */
  public boolean signedAccessToken(SignedJWT token) {
    var key = keys().join().accessKey();
    try {
      return key.jwk().getKeyID().equals(token.getHeader().getKeyID())
          && token.verify(key.verifier());
    } catch (JOSEException e) {
      return false;
    }
  }

  public String publicJson() {
    var pair = keys().join();
    return new JWKSet(List.of(pair.idKey().jwk(), pair.accessKey().jwk()))
        .toPublicJWKSet()
        .toString();
  }

  private static String sign(Key key, JWTClaimsSet claims) {
    var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.jwk().getKeyID()).build();
    var token = new SignedJWT(header, claims);
    try {
      token.sign(key.signer());
    } catch (JOSEException e) {
      throw new IllegalStateException("the signing key does not sign", e);
    }
    return token.serialize();
  }

  private static Key generated() {
    try {
      var jwk =
          new RSAKeyGenerator(2048)
              .keyUse(KeyUse.SIGNATURE)
              .algorithm(JWSAlgorithm.RS256)
              .keyID(Base64.getEncoder().encodeToString(Randoms.bytes(32)))
              .generate();
      return new Key(jwk, new RSASSASigner(jwk), new RSASSAVerifier(jwk.toPublicJWK()));
    } catch (JOSEException e) {
      throw new IllegalStateException("this JDK makes no RSA keys", e);
    }
  }
}

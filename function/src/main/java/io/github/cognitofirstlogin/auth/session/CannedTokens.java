package io.github.cognitofirstlogin.auth.session;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Set;

/**
 * Access tokens of a pool that exists only in a rehearsal, and their verifier. The key is generated
 * each time and thrown away, so no other verifier accepts these tokens.
 */
public final class CannedTokens {
  private static final String KEY_ID = "rehearsal";

  private final String issuer;
  private final String clientId;
  private final String jwks;
  private final String valid;

  private CannedTokens(String issuer, String clientId, String jwks, String valid) {
    this.issuer = issuer;
    this.clientId = clientId;
    this.jwks = jwks;
    this.valid = valid;
  }

  public static CannedTokens of(String issuer, String clientId) {
    try {
      RSAKey key = new RSAKeyGenerator(2048).keyID(KEY_ID).generate();
      SignedJWT jwt =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(KEY_ID).build(),
              new JWTClaimsSet.Builder()
                  .subject(KEY_ID)
                  .issuer(issuer)
                  .claim("client_id", clientId)
                  .claim("token_use", "access")
                  .claim("username", KEY_ID)
                  .claim("scope", KEY_ID)
                  .claim("cognito:groups", List.of(KEY_ID))
                  .expirationTime(Date.from(Instant.now().plusSeconds(60)))
                  .build());
      jwt.sign(new RSASSASigner(key));
      return new CannedTokens(
          issuer, clientId, new JWKSet(key.toPublicJWK()).toString(), jwt.serialize());
    } catch (JOSEException e) {
      throw new IllegalStateException("every JDK has RS256", e);
    }
  }

  public String valid() {
    return valid;
  }

  public AccessTokens verifier() {
    InstantSource clock = InstantSource.system();
    return new AccessTokens(Set.of(issuer), clientId, new SigningKeys(() -> jwks, clock), clock);
  }

  /** Prints no token, as for real tokens. */
  @Override
  public String toString() {
    return "CannedTokens[redacted]";
  }
}

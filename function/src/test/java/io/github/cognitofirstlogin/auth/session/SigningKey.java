package io.github.cognitofirstlogin.auth.session;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.github.cognitofirstlogin.auth.Api;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A user pool's signing key, and the tokens that it signs. */
public enum SigningKey {
  FIRST,
  SECOND;

  /** The moment at which every test checks its tokens. */
  public static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

  public static final String ISSUER =
      "https://cognito-idp.eu-central-1.amazonaws.com/" + Api.POOL_ID;

  public static final String UPDATED_ISSUER =
      "https://issuer-cognito-idp.eu-central-1.amazonaws.com/" + Api.POOL_ID;

  private @Nullable RSAKey key;

  /** Generated when a test first needs it, because that takes a while. */
  synchronized RSAKey key() {
    if (key == null) {
      try {
        key = new RSAKeyGenerator(2048).keyID(name()).generate();
      } catch (JOSEException e) {
        throw new IllegalStateException(e);
      }
    }
    return key;
  }

  /** The key set that the pool publishes with this key. */
  String jwks() {
    return new JWKSet(key().toPublicJWK()).toString();
  }

  /** The verifier that accepts this key's tokens. */
  public AccessTokens accessTokens() {
    return new AccessTokens(
        Set.of(ISSUER, UPDATED_ISSUER),
        Api.CLIENT_ID,
        new SigningKeys(this::jwks, at(NOW)),
        at(NOW));
  }

  /** A verifier that knows no key and cannot fetch one. */
  public static AccessTokens unavailable() {
    return new AccessTokens(
        Set.of(ISSUER),
        Api.CLIENT_ID,
        new SigningKeys(
            () -> {
              throw new java.io.IOException("down");
            },
            at(NOW)),
        at(NOW));
  }

  static InstantSource at(Instant instant) {
    return InstantSource.fixed(instant);
  }

  /** The claims of an access token as Cognito issues it. */
  static JWTClaimsSet.Builder claims() {
    return new JWTClaimsSet.Builder()
        .subject("91ba7c28-0000-4000-8000-000000000000")
        .issuer(ISSUER)
        .claim("client_id", Api.CLIENT_ID)
        .claim("token_use", "access")
        .claim("username", "shiun")
        .claim("scope", "aws.cognito.signin.user.admin")
        .claim("cognito:groups", List.of("admins", "staff"))
        .expirationTime(Date.from(NOW.plusSeconds(1)));
  }

  public String token() {
    return token(claims());
  }

  String token(JWTClaimsSet.Builder claims) {
    return token(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(name()), claims);
  }

  /** With claims that no builder allows, in place of the claims with the same names. */
  String signed(Map<String, ?> claims) {
    Map<String, Object> all = new LinkedHashMap<>(claims().build().toJSONObject());
    all.putAll(claims);
    try {
      JWSObject jws =
          new JWSObject(
              new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(name()).build(), new Payload(all));
      jws.sign(new RSASSASigner(key()));
      return jws.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  String token(JWSHeader.Builder header, JWTClaimsSet.Builder claims) {
    try {
      SignedJWT jwt = new SignedJWT(header.build(), claims.build());
      jwt.sign(new RSASSASigner(key()));
      return jwt.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}

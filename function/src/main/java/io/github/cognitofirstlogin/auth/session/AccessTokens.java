package io.github.cognitofirstlogin.auth.session;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells the access tokens of one user pool and client from everything else (the steps of Cognito's
 * "Verifying JSON web tokens").
 */
public final class AccessTokens {
  private final String issuer;
  private final String clientId;
  private final SigningKeys keys;
  private final InstantSource clock;

  /**
   * @param issuer the user pool, as the {@code iss} claim names it
   */
  public AccessTokens(String issuer, String clientId, SigningKeys keys, InstantSource clock) {
    this.issuer = issuer;
    this.clientId = clientId;
    this.keys = keys;
    this.clock = clock;
  }

  /**
   * Whose the first of them is that counts.
   *
   * @throws KeysUnavailable if nobody can tell right now
   */
  public Optional<Session> verified(List<String> tokens) {
    return tokens.stream().flatMap(token -> verified(token).stream()).findFirst();
  }

  /**
   * Whose token it is; empty if it is not one of ours, or no longer.
   *
   * @throws KeysUnavailable if nobody can tell right now
   */
  public Optional<Session> verified(String token) {
    try {
      SignedJWT jwt = SignedJWT.parse(token);
      // Asked before the key is: with another algorithm a public key is a shared secret, or none.
      if (!JWSAlgorithm.RS256.equals(jwt.getHeader().getAlgorithm())
          || jwt.getHeader().getKeyID() == null
          || jwt.getHeader().getCriticalParams() != null) {
        return Optional.empty();
      }
      var key = keys.find(jwt.getHeader().getKeyID());
      if (key.isEmpty() || !jwt.verify(new RSASSAVerifier(key.get()))) {
        return Optional.empty();
      }
      return session(jwt.getJWTClaimsSet());
    } catch (ParseException | JOSEException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Optional<Session> session(JWTClaimsSet claims) throws ParseException {
    String sub = claims.getSubject();
    String username = claims.getStringClaim("username");
    if (!issuer.equals(claims.getIssuer())
        || !clientId.equals(claims.getStringClaim("client_id"))
        || !"access".equals(claims.getStringClaim("token_use"))
        || claims.getExpirationTime() == null
        || sub == null
        || username == null) {
      return Optional.empty();
    }
    Instant expiresAt = claims.getExpirationTime().toInstant();
    if (!clock.instant().isBefore(expiresAt)) {
      return Optional.empty();
    }
    return Optional.of(
        new Session(
            sub,
            username,
            orElse(claims.getStringListClaim("cognito:groups"), List.of()),
            orElse(claims.getStringClaim("scope"), ""),
            expiresAt));
  }

  private static <T> T orElse(@Nullable T value, T other) {
    return value == null ? other : value;
  }
}

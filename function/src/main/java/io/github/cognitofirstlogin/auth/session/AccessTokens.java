package io.github.cognitofirstlogin.auth.session;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Verifies the access tokens of one user pool and client (the steps of Cognito's page "Verifying
 * JSON web tokens").
 */
public final class AccessTokens {
  /**
   * How far Cognito's clock may be ahead of this clock, for {@code nbf}. There is no tolerance for
   * an expired token, because its cookie ends at the same moment.
   */
  private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(5);

  private final Set<String> issuers;
  private final String clientId;
  private final SigningKeys keys;
  private final InstantSource clock;

  /**
   * @param issuers the user pool's names in the {@code iss} claim
   */
  public AccessTokens(Set<String> issuers, String clientId, SigningKeys keys, InstantSource clock) {
    this.issuers = Set.copyOf(issuers);
    this.clientId = clientId;
    this.keys = keys;
    this.clock = clock;
  }

  /**
   * The session of the first valid token. If a token's key is unknown and cannot be fetched now,
   * the next token is still checked, because anybody can invent the id of a key.
   *
   * @throws KeysUnavailable if no token is valid and the keys for one of them cannot be fetched
   */
  public Verdict verified(List<String> tokens) {
    boolean certain = true;
    Optional<KeysUnavailable> unavailable = Optional.empty();
    for (String token : tokens) {
      try {
        Verdict verdict = verified(token);
        if (verdict.session().isPresent()) {
          return verdict;
        }
        certain &= verdict.certain();
      } catch (KeysUnavailable e) {
        unavailable = Optional.of(e);
      }
    }
    if (unavailable.isPresent()) {
      throw unavailable.get();
    }
    return certain ? Verdict.NO_SESSION : Verdict.UNDECIDED;
  }

  private Verdict verified(String token) {
    Optional<SignedJWT> jwt = parsed(token);
    if (jwt.isEmpty()) {
      return Verdict.NO_SESSION;
    }
    SigningKeys.Lookup lookup = keys.find(jwt.get().getHeader().getKeyID());
    if (lookup.key().isEmpty()) {
      return lookup.certain() ? Verdict.NO_SESSION : Verdict.UNDECIDED;
    }
    return session(jwt.get(), lookup.key().get()).map(Verdict::of).orElse(Verdict.NO_SESSION);
  }

  /** Empty for a token that Cognito does not make. */
  private static Optional<SignedJWT> parsed(String token) {
    try {
      SignedJWT jwt = SignedJWT.parse(token);
      // The algorithm is checked before the key: with another algorithm the public key would be a
      // shared secret, or no key would be needed.
      if (!JWSAlgorithm.RS256.equals(jwt.getHeader().getAlgorithm())
          || jwt.getHeader().getKeyID() == null
          || jwt.getHeader().getCriticalParams() != null) {
        return Optional.empty();
      }
      return Optional.of(jwt);
    } catch (ParseException | RuntimeException e) {
      // The library throws a NullPointerException for a header that is the JSON text null.
      return Optional.empty();
    }
  }

  private Optional<Session> session(SignedJWT jwt, RSAPublicKey key) {
    try {
      return jwt.verify(new RSASSAVerifier(key)) ? claimed(jwt) : Optional.empty();
    } catch (ParseException | JOSEException | RuntimeException e) {
      // The claim has another form than Cognito's, such as a group that is null.
      return Optional.empty();
    }
  }

  private Optional<Session> claimed(SignedJWT jwt) throws ParseException {
    JWTClaimsSet claims = jwt.getJWTClaimsSet();
    String sub = claims.getSubject();
    String username = claims.getStringClaim("username");
    String issuer = claims.getIssuer();
    if (issuer == null
        || !issuers.contains(issuer)
        || !clientId.equals(claims.getStringClaim("client_id"))
        || !"access".equals(claims.getStringClaim("token_use"))
        || claims.getExpirationTime() == null
        || sub == null
        || username == null) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    Instant expiresAt = claims.getExpirationTime().toInstant();
    if (!now.isBefore(expiresAt) || isBefore(now, jwt.getPayload().toJSONObject())) {
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

  /**
   * Computed from the number itself, because a Date would turn a very large number into the past.
   */
  private static boolean isBefore(Instant now, Map<String, Object> claims) {
    return claims.get("nbf") instanceof Number notBefore
        && notBefore.doubleValue() > now.plus(CLOCK_TOLERANCE).getEpochSecond();
  }

  private static <T> T orElse(@Nullable T value, T other) {
    return value == null ? other : value;
  }
}

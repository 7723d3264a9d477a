package io.github.cognitofirstlogin.auth.session;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The public keys of a user pool, fetched when they are first needed and again when a token names
 * one that is not among them: at most once a minute, since anybody can name one.
 */
public final class SigningKeys {
  private static final Duration BETWEEN_FETCHES = Duration.ofMinutes(1);

  /** Without any keys nobody is let in; but who waited for a failed try need not fail one more. */
  private static final Duration BETWEEN_FIRST_FETCHES = Duration.ofSeconds(1);

  /** A key that Cognito has withdrawn is forgotten after that; fetching fails without harm. */
  private static final Duration FRESH = Duration.ofHours(12);

  /** Where the keys are read from. */
  public interface Source {
    /** The JSON Web Key Set. */
    String read() throws IOException;
  }

  private final Source source;
  private final InstantSource clock;
  private Map<String, RSAPublicKey> keys = Map.of();
  private @Nullable Instant fetched;
  private @Nullable Instant tried;

  public SigningKeys(Source source, InstantSource clock) {
    this.source = source;
    this.clock = clock;
  }

  /**
   * The key of that id; empty if the pool has none.
   *
   * @throws KeysUnavailable if only the pool could tell and cannot be asked
   */
  synchronized Optional<RSAPublicKey> find(String keyId) {
    boolean known = keys.containsKey(keyId);
    if ((!known || isStale()) && mayFetch()) {
      fetch();
    }
    RSAPublicKey key = keys.get(keyId);
    if (key == null && lastFetchFailed()) {
      throw new KeysUnavailable();
    }
    return Optional.ofNullable(key);
  }

  private boolean isStale() {
    return fetched == null || fetched.plus(FRESH).isBefore(clock.instant());
  }

  private boolean mayFetch() {
    Duration pause = fetched == null ? BETWEEN_FIRST_FETCHES : BETWEEN_FETCHES;
    return tried == null || !clock.instant().isBefore(tried.plus(pause));
  }

  private boolean lastFetchFailed() {
    return fetched == null || !fetched.equals(tried);
  }

  private void fetch() {
    try {
      keys = parsed(source.read());
      fetched = clock.instant();
      tried = fetched;
    } catch (IOException | ParseException e) {
      // What is known stays known; find(..) tells whoever needs more.
      tried = clock.instant();
    }
  }

  private static Map<String, RSAPublicKey> parsed(String keySet) throws ParseException {
    Map<String, RSAPublicKey> found = new HashMap<>();
    try {
      for (JWK key : JWKSet.parse(keySet).getKeys()) {
        if (key instanceof RSAKey rsa && key.getKeyID() != null) {
          found.put(key.getKeyID(), rsa.toRSAPublicKey());
        }
      }
    } catch (JOSEException | RuntimeException e) {
      // The library throws a NullPointerException for a key that is null.
      throw new ParseException("a key of the set cannot be read", 0);
    }
    return Map.copyOf(found);
  }
}

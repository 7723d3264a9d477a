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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The public keys of a user pool. The keys are fetched at the first use, and again when a token
 * names an unknown key. Anybody can invent a key id, so there are only a few such fetches a minute.
 * A token with a known key never waits for a fetch.
 */
public final class SigningKeys {
  private static final Duration BUDGET_PERIOD = Duration.ofMinutes(1);
  private static final int FETCHES_IN_A_PERIOD = 5;

  /**
   * Without any keys every token is refused, so a failed fetch is repeated after this short time.
   */
  private static final Duration BETWEEN_FIRST_FETCHES = Duration.ofSeconds(1);

  /**
   * A key that Cognito has withdrawn is forgotten after this time. If the fetch fails, the known
   * keys stay.
   */
  private static final Duration FRESH = Duration.ofHours(12);

  /** The source of the keys. */
  public interface Source {
    /** The JSON Web Key Set. */
    String read() throws IOException;
  }

  /**
   * The result of a look-up.
   *
   * @param certain false if the pool may have published the key after the last fetch
   */
  record Lookup(Optional<RSAPublicKey> key, boolean certain) {}

  /**
   * The keys of the last successful fetch, its time, and the result of the last fetch.
   *
   * @param fetch the number of the last fetch
   */
  private record Known(
      int fetch,
      Map<String, RSAPublicKey> keys,
      @Nullable Instant fetched,
      @Nullable Instant tried,
      boolean lastFetchFailed) {}

  private final Source source;
  private final InstantSource clock;

  /** Held during a fetch; guards {@link #fetches}. */
  private final ReentrantLock fetching = new ReentrantLock();

  private final List<Instant> fetches = new ArrayList<>();
  private volatile Known known = new Known(0, Map.of(), null, null, true);

  public SigningKeys(Source source, InstantSource clock) {
    this.source = source;
    this.clock = clock;
  }

  /**
   * Looks a key up, and fetches the pool's keys if that is needed and a fetch is left.
   *
   * @throws KeysUnavailable if only a fetch could decide and it fails
   */
  Lookup find(String keyId) {
    Known before = known;
    boolean asked = true;
    if (!before.keys().containsKey(keyId)) {
      asked = ask(before);
    } else if (isStale(before)) {
      renew(before);
    }
    Known now = known;
    RSAPublicKey key = now.keys().get(keyId);
    if (key == null && now.lastFetchFailed()) {
      throw new KeysUnavailable();
    }
    return new Lookup(Optional.ofNullable(key), key != null || asked);
  }

  /** Waits for a running fetch and uses its keys, or fetches the keys itself. */
  private boolean ask(Known before) {
    fetching.lock();
    try {
      if (known.fetch() == before.fetch()) {
        if (!mayAsk()) {
          return false;
        }
        fetch();
      }
      return true;
    } finally {
      fetching.unlock();
    }
  }

  /** One caller fetches the keys once in a period; meanwhile the known keys stay valid. */
  private void renew(Known before) {
    if (!fetching.tryLock()) {
      return;
    }
    try {
      if (known.fetch() == before.fetch() && pausedFor(BUDGET_PERIOD)) {
        fetch();
      }
    } finally {
      fetching.unlock();
    }
  }

  private boolean isStale(Known known) {
    return known.fetched() == null || known.fetched().plus(FRESH).isBefore(clock.instant());
  }

  private boolean mayAsk() {
    if (known.fetched() == null) {
      return pausedFor(BETWEEN_FIRST_FETCHES);
    }
    Instant now = clock.instant();
    fetches.removeIf(each -> each.isAfter(now) || !each.plus(BUDGET_PERIOD).isAfter(now));
    return fetches.size() < FETCHES_IN_A_PERIOD;
  }

  private boolean pausedFor(Duration pause) {
    Instant tried = known.tried();
    return tried == null || !clock.instant().isBefore(tried.plus(pause));
  }

  private void fetch() {
    if (known.fetched() == null) {
      // Fetches without any known keys do not count towards the limit.
      fetches.clear();
    }
    fetches.add(clock.instant());
    try {
      Map<String, RSAPublicKey> found = parsed(source.read());
      Instant now = clock.instant();
      known = new Known(known.fetch() + 1, found, now, now, false);
    } catch (IOException | ParseException e) {
      // The known keys stay; find(..) throws for any other key.
      known = new Known(known.fetch() + 1, known.keys(), known.fetched(), clock.instant(), true);
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

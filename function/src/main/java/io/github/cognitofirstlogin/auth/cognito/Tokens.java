package io.github.cognitofirstlogin.auth.cognito;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The tokens that Cognito issues for a complete sign-in or a refresh. The tokens are never printed.
 */
public record Tokens(String accessToken, Duration expiresIn, Optional<String> refreshToken) {
  private static final Duration LONGEST = Duration.ofDays(1);
  private static final Duration COGNITOS_DEFAULT = Duration.ofHours(1);

  /** Replaces a missing or absurd lifetime for the cookie: Cognito allows at most a day. */
  static Duration lifetime(@Nullable Integer seconds) {
    if (seconds == null) {
      return COGNITOS_DEFAULT;
    }
    Duration lifetime = Duration.ofSeconds(Math.max(1, seconds));
    return lifetime.compareTo(LONGEST) > 0 ? LONGEST : lifetime;
  }

  @Override
  public String toString() {
    return "Tokens[redacted]";
  }
}

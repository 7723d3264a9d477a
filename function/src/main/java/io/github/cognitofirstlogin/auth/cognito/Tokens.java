package io.github.cognitofirstlogin.auth.cognito;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What Cognito issues for a completed sign-in or a refreshed one. Never printed. */
public record Tokens(String accessToken, Duration expiresIn, Optional<String> refreshToken) {
  private static final Duration LONGEST = Duration.ofDays(1);
  private static final Duration COGNITOS_DEFAULT = Duration.ofHours(1);

  /** Keeps an absent or absurd lifetime out of the cookie: Cognito allows a day at the most. */
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

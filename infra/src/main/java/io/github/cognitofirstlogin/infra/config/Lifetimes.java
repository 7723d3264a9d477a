package io.github.cognitofirstlogin.infra.config;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

/** The lifetimes of an unfinished sign-in and of its tokens. */
public record Lifetimes(Duration authSession, Duration accessToken, Duration refreshToken) {
  public static final Lifetime AUTH_SESSION =
      new Lifetime(ContextKey.AUTH_SESSION_MINUTES, ChronoUnit.MINUTES, new Range(3, 15));
  public static final Lifetime ACCESS_TOKEN =
      new Lifetime(ContextKey.ACCESS_TOKEN_MINUTES, ChronoUnit.MINUTES, new Range(15, 60));
  public static final Lifetime REFRESH_TOKEN =
      new Lifetime(ContextKey.REFRESH_TOKEN_DAYS, ChronoUnit.DAYS, new Range(1, 3650));

  /** Cognito's defaults for an app client. */
  private static final Duration COGNITOS_SESSION = Duration.ofMinutes(3);

  static Lifetimes of(Given given, boolean clientExists) {
    return new Lifetimes(
        given
            .one(ContextKey.AUTH_SESSION_MINUTES, Duration.class)
            .orElse(clientExists ? COGNITOS_SESSION : Duration.ofMinutes(15)),
        given.one(ContextKey.ACCESS_TOKEN_MINUTES, Duration.class).orElse(Duration.ofMinutes(60)),
        given.one(ContextKey.REFRESH_TOKEN_DAYS, Duration.class).orElse(Duration.ofDays(30)));
  }
}

package io.github.cognitofirstlogin.auth.cognito;

import java.time.Duration;

/** The latest moment of a reply to the caller. */
public record Deadline(long nanoTime) {
  /** A successful call takes at least this long. */
  private static final Duration SHORTEST_CALL = Duration.ofMillis(300);

  public static Deadline in(Duration time) {
    return new Deadline(System.nanoTime() + time.toNanos());
  }

  /** The remaining time; zero if it is too short for a call. */
  Duration left() {
    Duration left = Duration.ofNanos(nanoTime - System.nanoTime());
    return left.compareTo(SHORTEST_CALL) < 0 ? Duration.ZERO : left;
  }
}

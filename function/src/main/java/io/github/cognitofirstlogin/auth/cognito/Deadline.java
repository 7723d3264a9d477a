package io.github.cognitofirstlogin.auth.cognito;

import java.time.Duration;

/** The moment by which the caller must have an answer, whatever Cognito does. */
public record Deadline(long nanoTime) {
  /** Not even a healthy call ends in less. */
  private static final Duration SHORTEST_CALL = Duration.ofMillis(300);

  public static Deadline in(Duration time) {
    return new Deadline(System.nanoTime() + time.toNanos());
  }

  /** What is left; nothing that could be used counts as zero. */
  Duration left() {
    Duration left = Duration.ofNanos(nanoTime - System.nanoTime());
    return left.compareTo(SHORTEST_CALL) < 0 ? Duration.ZERO : left;
  }
}

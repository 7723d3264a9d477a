package io.github.cognitofirstlogin.infra.config;

/** A range of whole numbers, including both ends. */
public record Range(int least, int most) {
  boolean holds(long number) {
    return least <= number && number <= most;
  }

  /** Refuses any other number. */
  public int require(ContextKey key, int number) {
    if (!holds(number)) {
      throw refused(key, number);
    }
    return number;
  }

  SynthesisRefused refused(ContextKey key, Object got) {
    return key.must("be a whole number from %d to %d".formatted(least, most), got);
  }
}

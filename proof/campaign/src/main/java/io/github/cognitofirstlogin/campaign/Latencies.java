package io.github.cognitofirstlogin.campaign;

import java.time.Duration;

/** Durations in a fixed amount of memory: in tenths of a millisecond up to ten seconds. */
final class Latencies {
  private static final int TENTHS = 100_001;

  private final int[] counts = new int[TENTHS];
  private long total;
  private long longest;

  void add(Duration time) {
    var tenths = time.toNanos() / 100_000;
    counts[(int) Math.min(tenths, TENTHS - 1)]++;
    total++;
    longest = Math.max(longest, tenths);
  }

  /** In milliseconds. */
  double percentile(double share) {
    var left = Math.ceil(total * share);
    for (var tenths = 0; tenths < TENTHS; tenths++) {
      left -= counts[tenths];
      if (left <= 0) {
        return tenths / 10.0;
      }
    }
    return longest();
  }

  double longest() {
    return longest / 10.0;
  }

  @Override
  public String toString() {
    return percentile(0.5) + " / " + percentile(0.99) + " / " + longest();
  }
}

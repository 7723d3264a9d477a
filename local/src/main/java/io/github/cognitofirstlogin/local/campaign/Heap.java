package io.github.cognitofirstlogin.local.campaign;

import java.lang.management.ManagementFactory;
import java.util.Locale;

/**
 * The memory that the local run, its user pool and the campaign still use after a collection: once
 * when everything that is loaded lazily is there, and once at the end. No request is open at either
 * time.
 */
final class Heap {
  /** A shorter run compares nothing: what it loads late is more than what it could lose. */
  static final long FEWEST_REQUESTS = 100_000;

  private static final double TOLERANCE = 1.05;
  private static final double MEGABYTE = 1e6;

  private long settled;
  private long last;

  /** Reads the memory of this JVM. The first reading is the one that later ones must not exceed. */
  void read() {
    var memory = ManagementFactory.getMemoryMXBean();
    memory.gc();
    read(memory.getHeapMemoryUsage().getUsed());
  }

  void read(long bytes) {
    if (settled == 0) {
      settled = bytes;
    }
    last = bytes;
  }

  /** Whether the last reading is more than a twentieth above the first. */
  boolean hasGrown(long requests) {
    return requests >= FEWEST_REQUESTS && last > settled * TOLERANCE;
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%.1f / %.1f", settled / MEGABYTE, last / MEGABYTE);
  }
}

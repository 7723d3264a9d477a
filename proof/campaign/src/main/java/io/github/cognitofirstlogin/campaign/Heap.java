package io.github.cognitofirstlogin.campaign;

import java.lang.management.ManagementFactory;
import java.util.Locale;

/**
 * The memory in use by the local run, its user pool and the campaign after a garbage collection.
 * The memory is measured when all lazily loaded objects are loaded, and at the end. No request is
 * open at either time.
 */
final class Heap {
  /** A shorter run compares nothing, because lazily loaded objects would outweigh a leak. */
  static final long FEWEST_REQUESTS = 100_000;

  private static final double TOLERANCE = 1.05;
  private static final double MEGABYTE = 1e6;

  private long settled;
  private long last;

  /** Measures the memory of this JVM. Later measurements are compared with the first one. */
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

  /** Whether the last measurement is more than a twentieth above the first one. */
  boolean hasGrown(long requests) {
    return requests >= FEWEST_REQUESTS && last > settled * TOLERANCE;
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%.1f / %.1f", settled / MEGABYTE, last / MEGABYTE);
  }
}

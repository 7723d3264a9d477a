package io.github.cognitofirstlogin.admin;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Limits the requests a second, and spreads them evenly. */
final class Pace {
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  /** Waits for some nanoseconds. */
  @FunctionalInterface
  interface Pause {
    void of(long nanos) throws InterruptedException;
  }

  private final long interval;
  private final LongSupplier nanoClock;
  private final Pause pause;
  private long next;

  Pace(int perSecond, LongSupplier nanoClock, Pause pause) {
    this.interval = SECOND / perSecond;
    this.nanoClock = nanoClock;
    this.pause = pause;
    this.next = nanoClock.getAsLong();
  }

  static Pace of(int perSecond) {
    return new Pace(perSecond, System::nanoTime, TimeUnit.NANOSECONDS::sleep);
  }

  /** Returns when the next request may be sent. */
  void next() {
    var wait = next - nanoClock.getAsLong();
    if (wait > 0) {
      try {
        pause.of(wait);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted", e);
      }
    }
    next = nanoClock.getAsLong() + interval;
  }
}

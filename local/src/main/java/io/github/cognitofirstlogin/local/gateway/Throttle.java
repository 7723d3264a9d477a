package io.github.cognitofirstlogin.local.gateway;

import java.util.function.LongSupplier;

/** A token bucket with a burst size and a rate a second. */
public final class Throttle {

  private static final double NANOS_PER_SECOND = 1e9;

  private final double burst;
  private final double ratePerNano;
  private final LongSupplier nanoTime;
  private double tokens;
  private long last;

  public Throttle(double burst, double ratePerSecond, LongSupplier nanoTime) {
    this.burst = burst;
    this.ratePerNano = ratePerSecond / NANOS_PER_SECOND;
    this.nanoTime = nanoTime;
    this.tokens = burst;
    this.last = nanoTime.getAsLong();
  }

  /** False if the bucket has no token for the request. */
  synchronized boolean admits() {
    var now = nanoTime.getAsLong();
    tokens = Math.min(burst, tokens + (now - last) * ratePerNano);
    last = now;
    if (tokens < 1) {
      return false;
    }
    tokens--;
    return true;
  }
}

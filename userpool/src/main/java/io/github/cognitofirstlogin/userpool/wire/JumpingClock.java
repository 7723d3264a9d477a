package io.github.cognitofirstlogin.userpool.wire;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that can be set ahead of another clock, or behind it. */
public final class JumpingClock extends Clock {

  private final Clock base;
  private final AtomicReference<Duration> offset = new AtomicReference<>(Duration.ZERO);

  public JumpingClock(Clock base) {
    this.base = base;
  }

  void jump(Duration by) {
    offset.accumulateAndGet(by, Duration::plus);
  }

  public void back() {
    offset.set(Duration.ZERO);
  }

  @Override
  public Instant instant() {
    return base.instant().plus(offset.get());
  }

  @Override
  public ZoneId getZone() {
    return base.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("only instants are asked of this clock");
  }
}

package io.github.cognitofirstlogin.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ThrottleTest {

  private final AtomicLong now = new AtomicLong();
  private final Throttle throttle = new Throttle(3, 10, now::get);

  @Test
  void aBurstIsAdmittedAndNotOneMore() {
    assertThat(admittedOf(10)).isEqualTo(3);
  }

  @Test
  void theRateRefillsAnEmptyBucket() {
    admittedOf(3);
    now.addAndGet(TimeUnit.MILLISECONDS.toNanos(200));
    assertThat(admittedOf(10)).isEqualTo(2);
  }

  @Test
  void idleTimeNeverAdmitsMoreThanABurst() {
    now.addAndGet(TimeUnit.HOURS.toNanos(1));
    assertThat(admittedOf(10)).isEqualTo(3);
  }

  private long admittedOf(int requests) {
    return IntStream.range(0, requests).filter(request -> throttle.admits()).count();
  }
}

package io.github.cognitofirstlogin.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PaceTest {
  private final List<Long> pauses = new ArrayList<>();
  private long now = Long.MAX_VALUE - 5;

  private final Pace pace =
      new Pace(
          20,
          () -> now,
          nanos -> {
            pauses.add(TimeUnit.NANOSECONDS.toMillis(nanos));
            now += nanos;
          });

  @Test
  void requestsInARowAreSpreadOverTheSecond() {
    var start = now;
    for (var i = 0; i < 21; i++) {
      pace.next();
    }

    assertThat(now - start).isEqualTo(TimeUnit.SECONDS.toNanos(1));
    assertThat(pauses).hasSize(20).containsOnly(50L);
  }

  @Test
  void slowRequestsDoNotWait() {
    for (var i = 0; i < 5; i++) {
      pace.next();
      now += TimeUnit.MILLISECONDS.toNanos(60);
    }

    assertThat(pauses).isEmpty();
  }

  @Test
  void timeSpentIdleBuysNoBurst() {
    pace.next();
    now += TimeUnit.SECONDS.toNanos(10);
    pace.next();
    pace.next();

    assertThat(pauses).containsExactly(50L);
  }
}

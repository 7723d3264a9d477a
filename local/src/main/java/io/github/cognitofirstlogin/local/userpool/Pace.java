package io.github.cognitofirstlogin.local.userpool;

import java.time.Duration;
import java.util.function.BiConsumer;

/** How late an answer comes, and who hears how long it took. */
record Pace(Duration delay, BiConsumer<String, Duration> listener) {
  static final Pace NONE = new Pace(Duration.ZERO, (subject, time) -> {});

  /** Waits as long as the answer that is ready is to be held back. */
  void hold(String subject, long arrivalNanos) throws InterruptedException {
    Thread.sleep(delay.toMillis());
    listener.accept(subject, Duration.ofNanos(System.nanoTime() - arrivalNanos));
  }
}

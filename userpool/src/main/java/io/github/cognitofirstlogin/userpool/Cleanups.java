package io.github.cognitofirstlogin.userpool;

import java.util.concurrent.atomic.AtomicInteger;

/** When to look for what nobody can use any more: not at each addition, for that looks at all. */
final class Cleanups {

  private static final int ADDED_BETWEEN = 1_000;

  private final AtomicInteger added = new AtomicInteger();

  /** Asked at each addition. */
  boolean due() {
    return added.incrementAndGet() % ADDED_BETWEEN == 0;
  }
}

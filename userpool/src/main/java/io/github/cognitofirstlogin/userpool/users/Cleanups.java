package io.github.cognitofirstlogin.userpool.users;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Decides when expired objects are removed. A removal looks at all objects, so it does not happen
 * at each addition.
 */
public final class Cleanups {

  private static final int ADDED_BETWEEN = 1_000;

  private final AtomicInteger added = new AtomicInteger();

  /** Called at each addition. */
  public boolean due() {
    return added.incrementAndGet() % ADDED_BETWEEN == 0;
  }
}

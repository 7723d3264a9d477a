package io.github.cognitofirstlogin.protections;

import java.util.concurrent.atomic.AtomicInteger;

/** Prints one line on stderr for each finished trial. */
final class Progress {
  private final int trials;
  private final AtomicInteger done = new AtomicInteger();

  Progress(int trials) {
    this.trials = trials;
  }

  void done(Switch off, boolean seen) {
    System.err.printf(
        "%4d/%d %s %s%n", done.incrementAndGet(), trials, seen ? "fails  " : "UNSEEN ", off);
  }
}

package io.github.cognitofirstlogin.fuzz;

import java.util.function.LongConsumer;
import picocli.CommandLine.Help.Ansi;

/** The progress on stderr: in place on a terminal, otherwise a line at each power of two. */
final class Progress implements LongConsumer {
  private final String name;
  private final long inputs;
  private final boolean terminal = Ansi.AUTO.enabled();
  private long next = 1 << 14;

  Progress(String name, long inputs) {
    this.name = name;
    this.inputs = inputs;
  }

  @Override
  public void accept(long done) {
    if (terminal) {
      System.err.printf("\r%s: %d of %d inputs ", name, done, inputs);
    } else if (done >= next) {
      System.err.printf("%s: %d of %d inputs%n", name, done, inputs);
      next *= 2;
    }
  }
}

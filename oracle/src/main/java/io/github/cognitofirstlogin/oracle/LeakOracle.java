package io.github.cognitofirstlogin.oracle;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails a test during which a secret was printed, logged, or told to somebody whose it is not.
 * JUnit finds it by itself; no test has to ask for it.
 */
public final class LeakOracle implements BeforeEachCallback, AfterEachCallback {
  private static final ExtensionContext.Namespace HERE =
      ExtensionContext.Namespace.create(LeakOracle.class);

  /** What stdout and stderr were, and what they have been given since. */
  private record Streams(PrintStream out, PrintStream err, ByteArrayOutputStream printed) {}

  @Override
  public void beforeEach(ExtensionContext context) {
    var printed = new ByteArrayOutputStream();
    context.getStore(HERE).put("streams", new Streams(System.out, System.err, printed));
    context.getStore(HERE).put("watch", Watch.begin());
    System.setOut(tee(System.out, printed));
    System.setErr(tee(System.err, printed));
  }

  @Override
  public void afterEach(ExtensionContext context) {
    var streams = Objects.requireNonNull(context.getStore(HERE).get("streams", Streams.class));
    var watch = Objects.requireNonNull(context.getStore(HERE).get("watch", Watch.class));
    System.setOut(streams.out());
    System.setErr(streams.err());
    watch.printed(streams.printed().toString(StandardCharsets.UTF_8));
    context.getExecutionException().ifPresent(watch::thrown);
    var leaks = watch.leaks();
    if (!leaks.isEmpty()) {
      throw new AssertionError("The leak oracle found " + String.join(", ", leaks));
    }
  }

  private static PrintStream tee(PrintStream stream, OutputStream copy) {
    return new PrintStream(
        new OutputStream() {
          @Override
          public void write(int each) {
            stream.write(each);
            keep(new byte[] {(byte) each}, 0, 1);
          }

          @Override
          public void write(byte[] bytes, int from, int length) {
            stream.write(bytes, from, length);
            keep(bytes, from, length);
          }

          @Override
          public void flush() {
            stream.flush();
          }

          private void keep(byte[] bytes, int from, int length) {
            synchronized (copy) {
              ((ByteArrayOutputStream) copy).write(bytes, from, length);
            }
          }
        },
        true,
        StandardCharsets.UTF_8);
  }
}

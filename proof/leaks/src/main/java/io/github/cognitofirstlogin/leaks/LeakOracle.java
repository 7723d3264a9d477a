package io.github.cognitofirstlogin.leaks;

import java.util.Objects;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails a test during which a secret was printed, logged, or sent to a caller who must not have it.
 * The oracle also checks the set-up of a test class. JUnit finds it by itself, so no test has to
 * register it.
 */
public final class LeakOracle
    implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {
  private static final ExtensionContext.Namespace HERE =
      ExtensionContext.Namespace.create(LeakOracle.class);

  /** Reads what threads print after the last test. */
  private record LastWord() implements AutoCloseable {
    @Override
    public void close() {
      check(Watch.begin());
    }
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    if (context
        .getConfigurationParameter("junit.jupiter.execution.parallel.enabled", Boolean::valueOf)
        .orElse(false)) {
      throw new IllegalStateException("the leak oracle watches one test at a time");
    }
    Printed.listen();
    var unused =
        context
            .getRoot()
            .getStore(HERE)
            .computeIfAbsent(LastWord.class, key -> new LastWord(), LastWord.class);
    begin(context);
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    begin(context);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    end(context);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    end(context);
  }

  private static void begin(ExtensionContext context) {
    context.getStore(HERE).put(Watch.class, Watch.begin());
  }

  private static void end(ExtensionContext context) {
    var watch = Objects.requireNonNull(context.getStore(HERE).get(Watch.class, Watch.class));
    context.getExecutionException().ifPresent(watch::thrown);
    check(watch);
  }

  private static void check(Watch watch) {
    watch.end();
    watch.printed(Printed.sinceLastAsked());
    var leaks = watch.leaks();
    if (!leaks.isEmpty()) {
      throw new AssertionError("The leak oracle found " + String.join(", ", leaks));
    }
  }
}

package io.github.cognitofirstlogin.local.lambda;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.github.cognitofirstlogin.local.gateway.PayloadTooLarge;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Runs a function's handler. Lambda would start one process for each concurrent call. Here one
 * instance serves all calls at once, so a handler must not keep a call's state in fields.
 */
public final class LocalFunction implements AutoCloseable {

  private static final int MAX_PAYLOAD_BYTES = 6 * 1024 * 1024;

  private final FunctionSettings settings;
  private final Consumer<String> log;
  private final FunctionClassLoader classes;
  private final RequestStreamHandler handler;
  private final ExecutorService calls = Executors.newCachedThreadPool(daemon("function"));
  private final ScheduledThreadPoolExecutor timeouts =
      new ScheduledThreadPoolExecutor(1, daemon("function-timeout"));

  private LocalFunction(
      FunctionSettings settings,
      Consumer<String> log,
      FunctionClassLoader classes,
      RequestStreamHandler handler) {
    this.settings = settings;
    this.log = log;
    this.classes = classes;
    this.handler = handler;
    timeouts.setRemoveOnCancelPolicy(true);
  }

  /**
   * Creates the handler, which is Lambda's init phase. The environment is an argument, because a
   * JVM cannot change its own environment.
   */
  public static LocalFunction start(
      FunctionSettings settings, String region, Consumer<String> log) {
    var classes = new FunctionClassLoader(settings.code());
    try {
      var created =
          classes
              .loadClass(settings.handler().split("::", 2)[0])
              .getConstructor(Map.class)
              .newInstance(settings.completeEnvironment(region));
      return new LocalFunction(settings, log, classes, (RequestStreamHandler) created);
    } catch (InvocationTargetException e) {
      throw new FunctionError(settings.handler() + " failed to start: " + e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new FunctionError(
          "%s in %s has no public constructor that takes the environment: %s"
              .formatted(settings.handler(), settings.code(), e));
    }
  }

  /** Fails with a {@link FunctionError} if the handler throws or exceeds its time limit. */
  public CompletableFuture<byte[]> invoke(byte[] event) {
    if (event.length > MAX_PAYLOAD_BYTES) {
      return CompletableFuture.failedFuture(new PayloadTooLarge());
    }
    var invocation = new Invocation(settings, logger());
    var result = new CompletableFuture<byte[]>();
    var call = calls.submit(() -> call(event, invocation, result));
    var timeout =
        timeouts.schedule(
            () -> {
              if (result.completeExceptionally(timedOut())) {
                call.cancel(true);
              }
            },
            settings.timeout().toMillis(),
            TimeUnit.MILLISECONDS);
    return result.whenComplete((output, error) -> timeout.cancel(false));
  }

  @Override
  public void close() {
    calls.shutdownNow();
    timeouts.shutdownNow();
    try {
      classes.close();
    } catch (IOException e) {
      log.accept("cannot close " + settings.code() + ": " + e.getMessage());
    }
  }

  private void call(byte[] event, Invocation invocation, CompletableFuture<byte[]> result) {
    var output = new ByteArrayOutputStream();
    try {
      handler.handleRequest(new ByteArrayInputStream(event), output, invocation);
    } catch (IOException | RuntimeException | Error e) {
      result.completeExceptionally(new FunctionError(e.toString()));
      return;
    }
    if (output.size() > MAX_PAYLOAD_BYTES) {
      result.completeExceptionally(new FunctionError("the output is larger than 6 MB"));
    } else {
      result.complete(output.toByteArray());
    }
  }

  private FunctionError timedOut() {
    return new FunctionError("task timed out after " + settings.timeout().toSeconds() + " s");
  }

  private LambdaLogger logger() {
    return new LambdaLogger() {
      @Override
      public void log(String message) {
        log.accept(message);
      }

      @Override
      public void log(byte[] message) {
        log.accept(new String(message, StandardCharsets.UTF_8));
      }
    };
  }

  private static ThreadFactory daemon(String name) {
    return task -> {
      var thread = new Thread(task, name);
      thread.setDaemon(true);
      return thread;
    };
  }
}

package io.github.cognitofirstlogin.auth;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Lambda's Runtime API for a runtime client: it hands out events and receives outcomes. The API has
 * {@code next}, {@code response}, {@code error}, {@code init/error} and {@code restore/next}.
 */
final class RuntimeApi implements AutoCloseable {
  private static final String PREFIX = "/2018-06-01/runtime/";

  private static final String END = "end of the function";

  private final HttpServer server;
  private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
  private final CountDownLatch snapshotReady = new CountDownLatch(1);
  private final CountDownLatch restored = new CountDownLatch(1);
  private final BlockingQueue<String> outcomes = new LinkedBlockingQueue<>();
  private volatile @Nullable String end;

  RuntimeApi() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext(PREFIX, this::serve);
    server.start();
  }

  String address() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /**
   * Ends every wait when the function has ended.
   *
   * @param printed the output of the function
   */
  void watch(Process function, Callable<String> printed) {
    function
        .onExit()
        .thenRun(
            () -> {
              end = "the function ended with " + function.exitValue() + ": " + text(printed);
              snapshotReady.countDown();
              outcomes.add(END);
            });
  }

  /** Waits until all hooks before a snapshot have run. */
  void awaitSnapshot() throws InterruptedException {
    if (!snapshotReady.await(120, TimeUnit.SECONDS)) {
      throw new IllegalStateException("the function never got ready for a snapshot");
    }
    if (end != null) {
      throw new IllegalStateException(end);
    }
  }

  /** Continues as after a restore. */
  void restore() {
    restored.countDown();
  }

  /** Invokes the function. The outcome starts with {@code response} or {@code error}. */
  String invoke(String event) throws InterruptedException {
    send(event);
    return outcome();
  }

  /** Hands out an event, even if the function cannot read it yet. */
  void send(String event) {
    events.add(event);
  }

  /** The next outcome of an invocation or of the start. */
  String outcome() throws InterruptedException {
    String outcome = outcomes.poll(60, TimeUnit.SECONDS);
    if (outcome == null) {
      throw new IllegalStateException("the runtime client did not answer");
    }
    if (outcome.equals(END)) {
      outcomes.add(END);
      throw new IllegalStateException(end);
    }
    return outcome;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private static String text(Callable<String> printed) {
    try {
      return printed.call();
    } catch (Exception e) {
      return "its output cannot be read: " + e;
    }
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath().substring(PREFIX.length());
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      if (path.equals("invocation/next")) {
        next(exchange);
        return;
      }
      if (path.equals("restore/next")) {
        snapshotReady.countDown();
        restored.await();
        exchange.sendResponseHeaders(200, -1);
        return;
      }
      outcomes.add(path.replaceFirst("^invocation/[^/]+/", "") + " " + body);
      exchange.sendResponseHeaders(202, -1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void next(HttpExchange exchange) throws IOException, InterruptedException {
    byte[] event = events.take().getBytes(StandardCharsets.UTF_8);
    var headers = exchange.getResponseHeaders();
    headers.set("Content-Type", "application/json");
    headers.set("Lambda-Runtime-Aws-Request-Id", "lambda-request-id");
    headers.set("Lambda-Runtime-Deadline-Ms", "" + (System.currentTimeMillis() + 15_000));
    headers.set(
        "Lambda-Runtime-Invoked-Function-Arn",
        "arn:aws:lambda:eu-central-1:123456789012:function:auth");
    exchange.sendResponseHeaders(200, event.length);
    exchange.getResponseBody().write(event);
  }
}

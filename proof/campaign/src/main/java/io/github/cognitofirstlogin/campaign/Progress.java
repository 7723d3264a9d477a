package io.github.cognitofirstlogin.campaign;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Help.Ansi;

/** The progress on stderr: a bar on a terminal, otherwise a line every minute. */
final class Progress implements AutoCloseable {
  private static final int WIDTH = 40;

  private final Book book;
  private final long requests;
  private final boolean terminal = Ansi.AUTO.enabled();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            var thread = new Thread(task, "progress");
            thread.setDaemon(true);
            return thread;
          });

  Progress(Book book, long requests) {
    this.book = book;
    this.requests = requests;
  }

  void start() {
    var seconds = terminal ? 1 : 60;
    clock.scheduleAtFixedRate(this::show, seconds, seconds, TimeUnit.SECONDS);
  }

  private void show() {
    var done = Math.min(1, book.requests() / (double) requests);
    var bar = "#".repeat((int) (done * WIDTH));
    System.err.printf(
        "%s[%-40s] %3.0f %%, %d requests, %d wrong%s",
        terminal ? "\r" : "",
        bar,
        done * 100,
        book.requests(),
        book.violations(),
        terminal ? "" : "\n");
  }

  @Override
  public void close() {
    clock.shutdownNow();
    if (terminal) {
      System.err.println();
    }
  }
}

package io.github.cognitofirstlogin.userpool.http;

/** Answers requests; runs on a thread of its own and may block. */
@FunctionalInterface
public interface Handler {

  /**
   * Ends the exchange now or later, from any thread. A client waits forever for an exchange that
   * never ends.
   */
  void handle(Request request, Exchange exchange);
}

package io.github.cognitofirstlogin.userpool.http;

/** Answers requests; runs on a thread of its own and may block. */
@FunctionalInterface
public interface Handler {

  /**
   * Ends the exchange now or later, from any thread; one that is never ended leaves its caller
   * waiting.
   */
  void handle(Request request, Exchange exchange);
}

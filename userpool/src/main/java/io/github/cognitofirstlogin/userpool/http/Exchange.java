package io.github.cognitofirstlogin.userpool.http;

/**
 * What becomes of one request. {@link #write} may come before any of the others, each of which ends
 * it.
 */
public interface Exchange {

  void send(Response response);

  /** Answers as if the connection would stay, then closes it. */
  void sendThenClose(Response response);

  /** Puts bytes on the wire that need not be HTTP. */
  void write(byte[] bytes);

  /** Closes the connection in order, whatever was or was not written. */
  void close();

  /** Aborts the connection: the caller sees a reset. */
  void reset();
}

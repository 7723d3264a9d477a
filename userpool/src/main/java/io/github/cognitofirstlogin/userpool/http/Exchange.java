package io.github.cognitofirstlogin.userpool.http;

/**
 * The outcome of one request. {@link #write} may be called before any other method; each other
 * method ends the exchange.
 */
public interface Exchange {

  void send(Response response);

  /** Answers as if the connection would stay, then closes it. */
  void sendThenClose(Response response);

  /** Sends bytes that need not be HTTP. */
  void write(byte[] bytes);

  /** Closes the connection normally, whatever was written. */
  void close();

  /** Aborts the connection, so that the client sees a reset. */
  void reset();
}

package io.github.cognitofirstlogin.auth;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/**
 * A TLS server that answers a key request without a key and keeps the connection open until the
 * caller closes it.
 */
final class Handshakes implements AutoCloseable {
  private static final String END_OF_HEAD = "\r\n\r\n";

  private final BlockingQueue<String> ended = new LinkedBlockingQueue<>();
  private final SSLServerSocket server;

  Handshakes(SSLContext tls) throws IOException {
    server =
        (SSLServerSocket)
            tls.getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    var listener = new Thread(this::listen, "handshakes");
    listener.setDaemon(true);
    listener.start();
  }

  String url() {
    return "https://localhost:" + server.getLocalPort();
  }

  /** The requests of a caller that has closed its connection; null if there is none. */
  String awaitEnd() throws InterruptedException {
    return ended.poll(60, TimeUnit.SECONDS);
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  private void listen() {
    while (!server.isClosed()) {
      try (var caller = (SSLSocket) server.accept()) {
        String asked = head(caller.getInputStream());
        caller
            .getOutputStream()
            .write(
                ("HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 11"
                        + END_OF_HEAD
                        + "{\"keys\":[]}")
                    .getBytes(StandardCharsets.US_ASCII));
        byte[] more = caller.getInputStream().readAllBytes();
        ended.add(asked + new String(more, StandardCharsets.US_ASCII));
      } catch (IOException e) {
        // There was no handshake, or the test is over.
      }
    }
  }

  private static String head(InputStream input) throws IOException {
    var head = new ByteArrayOutputStream();
    while (!head.toString(StandardCharsets.US_ASCII).endsWith(END_OF_HEAD)) {
      int next = input.read();
      if (next < 0) {
        throw new IOException("the caller went");
      }
      head.write(next);
    }
    return head.toString(StandardCharsets.US_ASCII);
  }
}

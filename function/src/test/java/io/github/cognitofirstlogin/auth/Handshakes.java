package io.github.cognitofirstlogin.auth;

import java.io.IOException;
import java.net.InetAddress;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/** A server that greets in TLS, then waits until its caller goes. */
final class Handshakes implements AutoCloseable {
  private final BlockingQueue<Integer> ended = new LinkedBlockingQueue<>();
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

  /** How many bytes were said by a caller that greeted and went; null where none has gone. */
  Integer awaitEnd() throws InterruptedException {
    return ended.poll(10, TimeUnit.SECONDS);
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  private void listen() {
    while (!server.isClosed()) {
      try (var caller = (SSLSocket) server.accept()) {
        caller.startHandshake();
        ended.add(caller.getInputStream().readAllBytes().length);
      } catch (IOException e) {
        // No handshake, or the test is over.
      }
    }
  }
}

package io.github.cognitofirstlogin.auth.cognito;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/**
 * A server that reads each request whole and then ends its TLS connection with a fatal alert of the
 * kind that the JDK reports as a failed handshake: it asks for a client certificate, which nobody
 * has.
 */
final class AlertingServer implements AutoCloseable {
  private static final Pattern LENGTH = Pattern.compile("(?i)content-length: *(\\d+)");

  private final AtomicInteger requests = new AtomicInteger();
  private final SSLServerSocket server;

  AlertingServer(SSLContext tls) throws IOException {
    server =
        (SSLServerSocket)
            tls.getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    // The later versions have no second handshake.
    server.setEnabledProtocols(new String[] {"TLSv1.2"});
    Thread thread = new Thread(this::serve, "alerting");
    thread.setDaemon(true);
    thread.start();
  }

  String url() {
    return "https://localhost:" + server.getLocalPort();
  }

  /** How many requests arrived whole. */
  int requests() {
    return requests.get();
  }

  private void serve() {
    while (!server.isClosed()) {
      try (SSLSocket connection = (SSLSocket) server.accept()) {
        InputStream input = connection.getInputStream();
        read(input);
        requests.incrementAndGet();
        connection.setNeedClientAuth(true);
        connection.startHandshake();
        // Reading is what makes the second handshake take place.
        int unused = input.read();
      } catch (IOException e) {
        // The alert is sent, or the test is over.
      }
    }
  }

  private static void read(InputStream input) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = input.read();
      if (next < 0) {
        throw new IOException("the caller went");
      }
      head.append((char) next);
    }
    Matcher length = LENGTH.matcher(head);
    if (length.find()) {
      String unused =
          new String(
              input.readNBytes(Integer.parseInt(length.group(1))), StandardCharsets.ISO_8859_1);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}

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

/** A server that reads each request completely and then ends its TLS connection. */
final class EndingServer implements AutoCloseable {
  /** The way in which the connection ends after the request. */
  enum End {
    /**
     * By a fatal alert that the JDK reports as a failed handshake: the server asks for a client
     * certificate, which the client does not have.
     */
    ALERT,
    IN_ORDER,
    RESET,
    AFTER_THE_STATUS,
    IN_THE_BODY,
    RESET_IN_THE_BODY
  }

  private static final String CUT = Wire.head(200, 500) + "{\"AuthenticationResult\":{";

  /** Long enough for the caller to read the sent bytes. */
  private static final int PAUSE_MILLIS = 200;

  private static final Pattern LENGTH = Pattern.compile("(?i)content-length: *(\\d+)");

  private final AtomicInteger requests = new AtomicInteger();
  private final SSLServerSocket server;
  private final End end;

  EndingServer(SSLContext tls, End end) throws IOException {
    this.end = end;
    server =
        (SSLServerSocket)
            tls.getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    if (end == End.ALERT) {
      // The later versions have no second handshake.
      server.setEnabledProtocols(new String[] {"TLSv1.2"});
    }
    Thread thread = new Thread(this::serve, "ending");
    thread.setDaemon(true);
    thread.start();
  }

  String url() {
    return "https://localhost:" + server.getLocalPort();
  }

  /** The number of complete requests. */
  int requests() {
    return requests.get();
  }

  private void serve() {
    while (!server.isClosed()) {
      try (SSLSocket connection = (SSLSocket) server.accept()) {
        read(connection.getInputStream());
        requests.incrementAndGet();
        end(connection);
      } catch (IOException e) {
        // The alert is sent, or the test is over.
      }
    }
  }

  private void end(SSLSocket connection) throws IOException {
    switch (end) {
      case ALERT -> {
        connection.setNeedClientAuth(true);
        connection.startHandshake();
        // The read makes the second handshake take place.
        int unused = connection.getInputStream().read();
      }
      case IN_ORDER -> {}
      case RESET -> connection.setSoLinger(true, 0);
      case AFTER_THE_STATUS -> write(connection, "HTTP/1.1 200");
      case IN_THE_BODY -> write(connection, CUT);
      case RESET_IN_THE_BODY -> {
        write(connection, CUT);
        pause();
        connection.setSoLinger(true, 0);
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void write(SSLSocket connection, String text) throws IOException {
    connection.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
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
      byte[] unused = input.readNBytes(Integer.parseInt(length.group(1)));
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}

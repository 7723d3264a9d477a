package io.github.cognitofirstlogin.auth.cognito;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A server that gives the configured answers and records the received bytes. */
public final class Wire implements AutoCloseable {
  /** The first byte of every TLS connection. */
  private static final int TLS_HANDSHAKE = 0x16;

  private static final String SILENCE = "(silence)";
  private static final String DRIP = "(drip)";
  private static final int DRIP_MILLIS = 100;

  private static final Pattern LENGTH = Pattern.compile("(?i)content-length: *(\\d+)");

  private final ServerSocket server;
  private final boolean keepAlive;
  private final List<String> answers;
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final List<Socket> connections = new CopyOnWriteArrayList<>();

  private Wire(boolean keepAlive, String... answers) throws IOException {
    this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    this.keepAlive = keepAlive;
    this.answers = List.of(answers);
    Thread thread = new Thread(this::accept, "wire");
    thread.setDaemon(true);
    thread.start();
  }

  /** Reads requests and never answers. */
  static Wire silent() throws IOException {
    return new Wire(false, SILENCE);
  }

  /** Sends the start at once and the rest byte by byte, more slowly than any time limit. */
  static Wire dripping(String start, String rest) throws IOException {
    return new Wire(false, start + DRIP + rest);
  }

  /**
   * Gives the answers in turn, the last one for ever, and closes the connection after each. Each
   * answer announces the close, so that the client does not send its second try over that
   * connection.
   */
  static Wire answering(String... answers) throws IOException {
    return new Wire(
        false,
        Stream.of(answers)
            .map(answer -> answer.replaceFirst("\r\n\r\n", "\r\nConnection: close\r\n\r\n"))
            .toArray(String[]::new));
  }

  public static Wire keepingAlive(String answer) throws IOException {
    return new Wire(true, answer);
  }

  public static String json(int status, String body) {
    return head(status, body.length()) + body;
  }

  static String html(int status) {
    String body = "<html><body>proxy-7.internal.example says " + status + "</body></html>";
    return head(status, body.length()).replace("application/x-amz-json-1.1", "text/html") + body;
  }

  static String head(int status, int length) {
    return "HTTP/1.1 "
        + status
        + " Status\r\nContent-Type: application/x-amz-json-1.1\r\nContent-Length: "
        + length
        + "\r\n\r\n";
  }

  public String url() {
    return "http://127.0.0.1:" + server.getLocalPort();
  }

  /** Head and body of each complete request. */
  public List<String> requests() {
    return requests;
  }

  public void closeIdleConnections() throws IOException {
    for (Socket connection : connections) {
      connection.close();
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    closeIdleConnections();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket connection = server.accept();
        connections.add(connection);
        Thread thread = new Thread(() -> serve(connection), "wire-connection");
        thread.setDaemon(true);
        thread.start();
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      InputStream input = new BufferedInputStream(connection.getInputStream());
      do {
        String request = request(input);
        if (request.isEmpty()) {
          return;
        }
        requests.add(request);
        String answer = answers.get(Math.min(requests.size(), answers.size()) - 1);
        answer(connection, answer);
      } while (keepAlive);
    } catch (IOException e) {
      // The client closed the connection; the test checks the bytes until then.
    }
  }

  private static void answer(Socket connection, String answer) throws IOException {
    OutputStream output = connection.getOutputStream();
    if (answer.equals(SILENCE)) {
      // Waits until the client closes the connection.
      int unused = connection.getInputStream().read();
      return;
    }
    String[] parts = answer.split(Pattern.quote(DRIP), 2);
    output.write(parts[0].getBytes(StandardCharsets.US_ASCII));
    if (parts.length == 2) {
      for (byte next : parts[1].getBytes(StandardCharsets.US_ASCII)) {
        output.write(next);
        pause();
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(DRIP_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String request(InputStream input) throws IOException {
    StringBuilder request = new StringBuilder();
    while (request.indexOf("\r\n\r\n") < 0) {
      int next = input.read();
      if (next < 0 || (request.isEmpty() && next == TLS_HANDSHAKE)) {
        return "";
      }
      request.append((char) next);
    }
    Matcher length = LENGTH.matcher(request);
    if (length.find()) {
      byte[] body = input.readNBytes(Integer.parseInt(length.group(1)));
      request.append(new String(body, StandardCharsets.UTF_8));
    }
    return request.toString();
  }
}

package io.github.cognitofirstlogin.userpool.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The limits on the memory and the time that this machine's callers can take from the server. */
@Timeout(60)
class LimitsTest {

  private static final Duration LONG = Duration.ofMinutes(5);
  private static final Duration SHORT = Duration.ofMillis(300);
  private static final int ATTEMPTS = 1_000;
  private static final int MAX_BODY_BYTES = 8_000;
  private static final String POST = "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: ";
  private static final String GET = "GET / HTTP/1.1\r\nHost: h\r\n";
  private static final String CLOSE = "Connection: close\r\n\r\n";

  private HttpServer server;

  @AfterEach
  void close() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"G", "GET / HTTP/1.1\r\nHost:", POST + "100\r\n\r\n", POST + "9\r\n\r\nhalf"})
  void requestThatDoesNotArriveInTimeIsEnded(String half) throws IOException {
    start(new Limits(10, 1_000_000, SHORT, LONG));
    try (var caller = caller()) {
      send(caller, half);
      assertThat(everything(caller)).startsWith("HTTP/1.1 408 ").contains("Request Timeout");
    }
  }

  @Test
  void requestThatDripsIsEndedAllTheSame() throws IOException {
    start(new Limits(10, 1_000_000, SHORT, LONG));
    try (var caller = caller()) {
      var dripping = new Thread(() -> drip(caller), "dripping");
      dripping.setDaemon(true);
      dripping.start();
      assertThat(everything(caller)).startsWith("HTTP/1.1 408 ");
    }
  }

  @Test
  void connectionWithoutARequestIsClosed() throws IOException {
    start(new Limits(10, 1_000_000, LONG, SHORT));
    try (var caller = caller()) {
      assertThat(everything(caller)).isEmpty();
    }
    assertThat(answerTo(GET + "\r\n")).startsWith("HTTP/1.1 200 ");
  }

  @Test
  void timeThatTheAnswerTakesIsNotTheCallers() throws IOException {
    start(
        new Limits(10, 1_000_000, SHORT, SHORT),
        (request, exchange) -> {
          sleep(SHORT.multipliedBy(3));
          exchange.send(Response.of(204));
        });
    assertThat(answerTo(GET + CLOSE)).startsWith("HTTP/1.1 204 ");
  }

  @Test
  void oneConnectionMoreIsClosedAndThereIsRoomWhenOneHasEnded() throws IOException {
    start(new Limits(2, 1_000_000, LONG, LONG));
    try (var first = caller();
        var second = caller()) {
      assertThat(get(first)).startsWith("HTTP/1.1 200 ");
      assertThat(get(second)).startsWith("HTTP/1.1 200 ");
      try (var third = caller()) {
        assertThat(everything(third)).isEmpty();
      }
      first.shutdownOutput();
      assertThat(whenThereIsRoom()).startsWith("HTTP/1.1 200 ");
      assertThat(get(second)).startsWith("HTTP/1.1 200 ");
    }
  }

  @Test
  void bodiesTogetherAreBounded() throws IOException {
    start(new Limits(10, 10_000, LONG, LONG));
    try (var first = caller();
        var second = caller()) {
      send(first, POST + "7000\r\n\r\n" + "x".repeat(6_000));
      send(second, POST + "7000\r\n\r\n" + "x".repeat(6_000));
      var refused = new Socket[] {first, second};
      assertThat(everything(oneThatIsAnswered(refused))).startsWith("HTTP/1.1 503 ");
    }
    try (var caller = callerWhoseBodyIsTaken()) {
      for (var request = 1; request < 5; request++) {
        send(caller, POST + "6000\r\n\r\n" + "x".repeat(6_000));
        assertThat(line(caller)).startsWith("HTTP/1.1 200 ");
      }
    }
  }

  @Test
  void bodyThatIsTooLongTakesNoRoomFromOthers() throws IOException {
    start(new Limits(10, 100_000, LONG, LONG));
    try (var tooLong = caller();
        var other = caller()) {
      send(tooLong, POST + "900000\r\n\r\n" + "x".repeat(300_000));
      send(other, POST + "1000\r\n" + CLOSE + "x".repeat(1_000));
      assertThat(everything(other)).startsWith("HTTP/1.1 200 ");
    }
  }

  private void start(Limits limits) throws IOException {
    start(limits, (request, exchange) -> exchange.send(Response.of(200)));
  }

  private void start(Limits limits, Handler handler) throws IOException {
    server = HttpServer.start(MAX_BODY_BYTES, limits, handler);
  }

  private Socket caller() throws IOException {
    var socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
    socket.setSoTimeout(20_000);
    return socket;
  }

  /** On a busy machine the time limit of a connection may end before the request is sent. */
  private String answerTo(String request) throws IOException {
    for (var attempt = 0; attempt < 10; attempt++) {
      try (var caller = caller()) {
        send(caller, request);
        var answer = everything(caller);
        if (!answer.isEmpty()) {
          return answer;
        }
      } catch (SocketException e) {
        // Closed before the request was sent.
      }
    }
    throw new AssertionError("no request is sent in time");
  }

  /** The server counts a connection until it has seen its end. */
  private String whenThereIsRoom() throws IOException {
    for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
      try (var caller = caller()) {
        var answer = get(caller);
        if (!answer.isEmpty()) {
          return answer;
        }
      }
      sleep(Duration.ofMillis(10));
    }
    throw new AssertionError("there is no room");
  }

  /** The server counts the bytes of a connection until it has seen the connection's end. */
  private Socket callerWhoseBodyIsTaken() throws IOException {
    for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
      var caller = caller();
      try {
        send(caller, POST + "6000\r\n\r\n" + "x".repeat(6_000));
        if (line(caller).startsWith("HTTP/1.1 200 ")) {
          return caller;
        }
      } catch (SocketException e) {
        // The server refused the request and closed the connection before it had read everything.
      }
      caller.close();
      sleep(Duration.ofMillis(10));
    }
    throw new AssertionError("there is no room");
  }

  private static Socket oneThatIsAnswered(Socket[] callers) throws IOException {
    for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
      for (var caller : callers) {
        if (caller.getInputStream().available() > 0) {
          return caller;
        }
      }
      sleep(Duration.ofMillis(10));
    }
    throw new AssertionError("no caller is answered");
  }

  private static void send(Socket caller, String text) throws IOException {
    caller.getOutputStream().write(text.getBytes(ISO_8859_1));
  }

  private static String get(Socket caller) throws IOException {
    try {
      send(caller, GET + "\r\n");
      return line(caller);
    } catch (SocketException e) {
      return "";
    }
  }

  /** The status line; the other header lines are read and dropped. */
  private static String line(Socket caller) throws IOException {
    var head = new StringBuilder();
    var in = caller.getInputStream();
    for (var read = in.read(); read >= 0; read = in.read()) {
      head.append((char) read);
      if (head.toString().endsWith("\r\n\r\n")) {
        break;
      }
    }
    return head.toString();
  }

  private static String everything(Socket caller) throws IOException {
    try {
      return new String(caller.getInputStream().readAllBytes(), ISO_8859_1);
    } catch (SocketException e) {
      return "";
    }
  }

  private static void drip(Socket caller) {
    try {
      send(caller, POST + "7000\r\n\r\n");
      for (var sent = 0; sent < 7_000; sent++) {
        send(caller, "x");
        sleep(Duration.ofMillis(20));
      }
    } catch (IOException e) {
      // The server has closed the connection.
    }
  }

  private static void sleep(Duration time) {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

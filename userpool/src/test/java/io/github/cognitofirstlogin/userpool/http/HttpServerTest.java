package io.github.cognitofirstlogin.userpool.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpServerTest {

  private final BlockingQueue<Request> received = new ArrayBlockingQueue<>(100);
  private HttpServer server = started((request, exchange) -> exchange.send(Response.of(200)));

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void headerValueArrivesByteForByteButForSpaceAndTabAtItsEnds() {
    raw(
        "GET / HTTP/1.1\r\n"
            + "Host: h\r\n"
            + "X: \t \u00e2\u0080\u0080a\u00a0\t \r\n"
            + "Connection: close\r\n\r\n");

    assertThat(received.remove().header("x")).contains("\u00e2\u0080\u0080a\u00a0");
  }

  @Test
  void requestArrivesAsSent() {
    raw(
        "TRACE //x/%2e%2e/?a=%20&A=b HTTP/1.1\r\n"
            + "Host: h\r\n"
            + "X-a: 1\r\n"
            + "b: 2\r\n"
            + "x-A: 3\r\n"
            + "Connection: close\r\n\r\n");

    var request = received.remove();
    assertThat(request.method()).isEqualTo("TRACE");
    assertThat(request.target()).isEqualTo("//x/%2e%2e/?a=%20&A=b");
    assertThat(request.headers())
        .startsWith(
            Map.entry("Host", "h"),
            Map.entry("X-a", "1"),
            Map.entry("b", "2"),
            Map.entry("x-A", "3"));
    assertThat(request.header("x-a")).contains("1");
    assertThat(request.body()).isEmpty();
  }

  @Test
  void chunkedBodyArrivesWhole() {
    raw(
        "POST / HTTP/1.1\r\n"
            + "Host: h\r\n"
            + "Transfer-Encoding: chunked\r\n"
            + "Connection: close\r\n\r\n"
            + "3\r\n"
            + "abc\r\n"
            + "2\r\n"
            + "de\r\n"
            + "0\r\n\r\n");

    assertThat(received.remove().body()).isEqualTo("abcde".getBytes(ISO_8859_1));
  }

  @Test
  void answerCarriesItsHeadersInOrderAndItsLength() {
    restart(
        (request, exchange) ->
            exchange.send(
                Response.of(201).with("a", "1").with("a", "2").withBody(new byte[] {'x'})));

    assertThat(raw("GET / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 201 Created\r\na: 1\r\na: 2\r\n")
        .contains("content-length: 1\r\n")
        .endsWith("\r\n\r\nx");
  }

  @Test
  void headIsAnsweredWithoutABody() {
    restart((request, exchange) -> exchange.send(Response.json(200, "{}")));

    assertThat(raw("HEAD / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n"))
        .contains("content-length: 2\r\n")
        .endsWith("\r\n\r\n");
  }

  @Test
  void pipelinedRequestsAreHandledOneAfterTheOther() {
    var atOnce = new AtomicInteger();
    restart(
        (request, exchange) -> {
          var others = atOnce.getAndIncrement();
          pause();
          atOnce.decrementAndGet();
          exchange.send(
              Response.of(200).withBody((request.target() + others + " ").getBytes(ISO_8859_1)));
        });

    var answers =
        raw(
            "GET /a HTTP/1.1\r\nHost: h\r\n\r\nGET /b HTTP/1.1\r\nHost: h\r\n\r\n"
                + "GET /c HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");

    assertThat(answers.split("HTTP/1.1 200 OK", -1)).hasSize(4);
    assertThat(answers).containsSubsequence("/a0 ", "/b0 ", "/c0 ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GARBAGE\r\n\r\n",
        "GET / HTTP/1.1\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: h\r\nno colon\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: -1\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
        "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\nnothex\r\n"
      })
  void malformedHttpIsRefused(String bytes) {
    assertThat(raw(bytes))
        .startsWith("HTTP/1.1 400 Bad Request\r\n")
        .endsWith("\r\n\r\n{\"message\":\"Bad Request\"}");
    assertThat(received).isEmpty();
  }

  @Test
  void tooLongHeadIsRefused() {
    var tooLong = "x".repeat(70_000);

    assertThat(raw("GET /" + tooLong + " HTTP/1.1\r\nHost: h\r\n\r\n")).startsWith("HTTP/1.1 414 ");
    assertThat(raw("GET / HTTP/1.1\r\nHost: h\r\nx: " + tooLong + "\r\n\r\n"))
        .startsWith("HTTP/1.1 431 ");
    assertThat(received).isEmpty();
  }

  @Test
  void bodyAboveTheLimitIsRefused() throws Exception {
    server.close();
    server = HttpServer.start(0, 10, (request, exchange) -> exchange.send(Response.of(200)));

    assertThat(post("localhost", "x".repeat(10)).statusCode()).isEqualTo(200);
    var refused = post("localhost", "x".repeat(11));
    assertThat(refused.statusCode()).isEqualTo(413);
    assertThat(refused.body()).isEqualTo("{\"message\":\"Request Entity Too Large\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "localhost"})
  void listensOnLoopback(String host) throws Exception {
    assertThat(post(host, "x").statusCode()).isEqualTo(200);
  }

  @Test
  void listensOnIpv6LoopbackToo() throws Exception {
    assumeTrue(NetworkInterface.getByInetAddress(InetAddress.getByName("::1")) != null);

    assertThat(post("[::1]", "x").statusCode()).isEqualTo(200);
  }

  @Test
  void portInUseIsABindException() {
    assertThatThrownBy(() -> HttpServer.start(server.port(), (request, exchange) -> {}))
        .isInstanceOf(BindException.class)
        .hasMessage("port " + server.port() + " on this machine is in use");
  }

  @Test
  void closedServerFreesItsPort() throws Exception {
    var port = server.port();
    server.close();

    server = HttpServer.start(port, (request, exchange) -> exchange.send(Response.of(204)));

    assertThat(post("localhost", "x").statusCode()).isEqualTo(204);
  }

  @Test
  void manyHandlersMayBlockAtOnce() throws Exception {
    var everyone = new CountDownLatch(64);
    restart(
        (request, exchange) -> {
          everyone.countDown();
          try {
            everyone.await();
          } catch (InterruptedException e) {
            return;
          }
          exchange.send(Response.of(200));
        });

    var client = HttpClient.newHttpClient();
    var answers =
        IntStream.range(0, 64)
            .mapToObj(
                i ->
                    client.sendAsync(
                        HttpRequest.newBuilder(uri("localhost")).build(),
                        BodyHandlers.discarding()))
            .toList();

    assertThat(answers).allSatisfy(answer -> assertThat(answer.get().statusCode()).isEqualTo(200));
  }

  @Test
  void throwingHandlerIsAnsweredForWith500() throws Exception {
    var reported = new ArrayBlockingQueue<Throwable>(1);
    Thread.setDefaultUncaughtExceptionHandler((thread, bug) -> reported.add(bug));
    try {
      restart(
          (request, exchange) -> {
            throw new IllegalStateException("bug");
          });

      assertThat(raw("GET / HTTP/1.1\r\nHost: h\r\n\r\n"))
          .startsWith("HTTP/1.1 500 ")
          .endsWith("{\"message\":\"Internal Server Error\"}");
      assertThat(reported.poll(10, TimeUnit.SECONDS)).hasMessage("bug");
    } finally {
      Thread.setDefaultUncaughtExceptionHandler(null);
    }
  }

  @Test
  void connectionMayCloseWithoutAnAnswer() {
    restart((request, exchange) -> exchange.close());

    assertThat(raw("GET / HTTP/1.1\r\nHost: h\r\n\r\n")).isEmpty();
  }

  @Test
  void connectionMayReset() {
    restart((request, exchange) -> exchange.reset());

    assertThatThrownBy(() -> exchange("GET / HTTP/1.1\r\nHost: h\r\n\r\n"))
        .isInstanceOf(SocketException.class);
  }

  @Test
  void connectionThatTheClientHasClosedNeedsNoReset() {
    var channel = new NioSocketChannel();
    channel.pipeline().addLast(new ChannelInboundHandlerAdapter());
    channel.unsafe().closeForcibly();
    var exchange = new ChannelExchange(channel.pipeline().firstContext(), false, () -> {});

    assertThatCode(exchange::reset).doesNotThrowAnyException();
  }

  @Test
  void keptConnectionMayCloseUnannounced() {
    restart((request, exchange) -> exchange.sendThenClose(Response.json(200, "{}")));

    assertThat(raw("GET / HTTP/1.1\r\nHost: h\r\n\r\n"))
        .doesNotContainIgnoringCase("connection: close")
        .endsWith("{}");
  }

  @Test
  void anyBytesMayBeWritten() {
    restart(
        (request, exchange) -> {
          var truncated = Response.of(200).with("Content-Length", "100").withBody(new byte[] {'x'});
          for (var one : truncated.bytes()) {
            exchange.write(new byte[] {one});
          }
          exchange.close();
        });

    assertThat(raw("GET / HTTP/1.1\r\nHost: h\r\n\r\n"))
        .isEqualTo("HTTP/1.1 200 \r\nContent-Length: 100\r\n\r\nx");
  }

  @Test
  void exchangeEndsOnce() {
    var second = new ArrayBlockingQueue<Throwable>(2);
    restart(
        (request, exchange) -> {
          exchange.send(Response.of(200));
          second.add(catchThrowable(() -> exchange.send(Response.of(200))));
          second.add(catchThrowable(() -> exchange.write(new byte[1])));
        });

    raw("GET / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");

    assertThat(second).hasOnlyElementsOfType(IllegalStateException.class);
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void restart(Handler handler) {
    server.close();
    server = started(handler);
  }

  private HttpServer started(Handler handler) {
    try {
      return HttpServer.start(
          0,
          (request, exchange) -> {
            received.add(request);
            handler.handle(request, exchange);
          });
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private URI uri(String host) {
    return URI.create("http://" + host + ":" + server.port() + "/");
  }

  private HttpResponse<String> post(String host, String body) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(uri(host))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            BodyHandlers.ofString());
  }

  private String raw(String bytes) {
    try {
      return exchange(bytes);
    } catch (IOException e) {
      throw new AssertionError("the connection broke", e);
    }
  }

  /** All bytes until the server closes the connection. */
  private String exchange(String bytes) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(bytes.getBytes(ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    }
  }
}

package io.github.cognitofirstlogin.leaks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Map;

/** Sends requests that an HTTP client would refuse to send. */
public final class RawHttp {

  private RawHttp() {}

  /** The whole answer to one request, after which the server must close the connection. */
  public static String exchange(int port, String request) {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(ISO_8859_1));
      var reply = new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
      Watch.current().received(0, Map.of(), reply);
      return reply;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A request without a body, with a target that is sent unchanged. */
  public static String send(int port, String method, String target) {
    return exchange(
        port, method + " " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
  }
}

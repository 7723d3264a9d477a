package io.github.cognitofirstlogin.auth;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** A Cognito over HTTP that refuses every password. */
final class RefusingCognito implements AutoCloseable {
  private static final byte[] REFUSAL =
      "{\"__type\":\"NotAuthorizedException\",\"message\":\"Incorrect username or password.\"}"
          .getBytes(StandardCharsets.UTF_8);

  private final HttpServer server;

  RefusingCognito() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
          exchange.sendResponseHeaders(400, REFUSAL.length);
          exchange.getResponseBody().write(REFUSAL);
          exchange.close();
        });
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}

package io.github.cognitofirstlogin.auth.cognito;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;

/** A Cognito with TLS that signs every user in. */
public final class TlsServer implements AutoCloseable {
  private static final byte[] TOKENS =
      "{\"AuthenticationResult\":{\"AccessToken\":\"token\",\"ExpiresIn\":60}}"
          .getBytes(StandardCharsets.UTF_8);

  private final AtomicInteger posts = new AtomicInteger();
  private final HttpsServer server;

  public TlsServer(SSLContext tls) throws IOException {
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(tls));
    server.createContext(
        "/",
        exchange -> {
          posts.incrementAndGet();
          exchange.getRequestBody().readAllBytes();
          exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
          exchange.sendResponseHeaders(200, TOKENS.length);
          exchange.getResponseBody().write(TOKENS);
          exchange.close();
        });
    server.start();
  }

  public String url() {
    return "https://localhost:" + server.getAddress().getPort();
  }

  /** The number of served requests. */
  int posts() {
    return posts.get();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}

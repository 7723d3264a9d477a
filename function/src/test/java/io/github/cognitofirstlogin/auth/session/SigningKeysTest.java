package io.github.cognitofirstlogin.auth.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.github.cognitofirstlogin.oracle.Hostile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class SigningKeysTest {
  private static final String FIRST = SigningKey.FIRST.name();
  private static final String SECOND = SigningKey.SECOND.name();

  private Instant now = SigningKey.NOW;
  private String published = SigningKey.FIRST.jwks();
  private int reads;

  private final SigningKeys keys =
      new SigningKeys(
          () -> {
            reads++;
            if (published == null) {
              throw new IOException("down");
            }
            return published;
          },
          () -> now);

  @Test
  void keysAreReadOnceForManyTokens() {
    assertThat(keys.find(FIRST)).isPresent();
    assertThat(keys.find(FIRST)).isPresent();
    assertThat(reads).isEqualTo(1);
  }

  @Test
  void unknownKeyIsAskedForOnceAMinute() {
    keys.find(FIRST);

    for (int i = 0; i < 100; i++) {
      assertThat(keys.find("unknown" + i)).isEmpty();
    }
    assertThat(reads).isEqualTo(1);
    now = now.plus(Duration.ofMinutes(1));
    for (int i = 0; i < 100; i++) {
      assertThat(keys.find("unknown" + i)).isEmpty();
    }
    assertThat(reads).isEqualTo(2);
  }

  @Test
  void keyAfterARotationIsFound() {
    keys.find(FIRST);
    published = SigningKey.SECOND.jwks();
    now = now.plus(Duration.ofMinutes(1));

    assertThat(keys.find(SECOND)).isPresent();
    assertThat(keys.find(FIRST)).isEmpty();
  }

  @Test
  void knownKeysOutliveAnOutage() {
    keys.find(FIRST);
    published = null;
    now = now.plus(Duration.ofDays(2));

    assertThat(keys.find(FIRST)).isPresent();
  }

  @Test
  void keyThatOnlyThePoolCouldKnowIsNeitherGoodNorBadInAnOutage() {
    keys.find(FIRST);
    published = null;
    now = now.plus(Duration.ofMinutes(1));

    assertThatThrownBy(() -> keys.find(SECOND)).isInstanceOf(KeysUnavailable.class);
    assertThatThrownBy(() -> keys.find(SECOND)).isInstanceOf(KeysUnavailable.class);
    assertThat(reads).isEqualTo(2);
  }

  @Test
  void firstReadIsTriedEachSecondUntilItSucceeds() {
    published = null;
    assertThatThrownBy(() -> keys.find(FIRST)).isInstanceOf(KeysUnavailable.class);
    assertThatThrownBy(() -> keys.find(FIRST)).isInstanceOf(KeysUnavailable.class);
    assertThat(reads).isEqualTo(1);
    published = SigningKey.FIRST.jwks();
    now = now.plusSeconds(1);

    assertThat(keys.find(FIRST)).isPresent();
  }

  @Test
  void withdrawnKeyIsForgottenAfterHalfADay() {
    keys.find(FIRST);
    published = SigningKey.SECOND.jwks();
    now = now.plus(Duration.ofHours(12)).plusSeconds(1);

    assertThat(keys.find(FIRST)).isEmpty();
  }

  @Test
  void whatIsNoKeySetIsAnOutage() {
    for (String text : new String[] {"", "<html>", "[]", "{\"keys\":7}"}) {
      published = text;
      assertThatThrownBy(() -> keys.find(FIRST)).isInstanceOf(KeysUnavailable.class);
    }
  }

  @Test
  @Hostile("F27")
  void setWithAKeyThatCannotBeReadIsAnOutage() {
    for (String key :
        new String[] {
          "null",
          "7",
          "[]",
          "{}",
          "{\"kty\":null}",
          "{\"kty\":\"RSA\",\"kid\":\"" + FIRST + "\"}",
          "{\"kty\":\"RSA\",\"kid\":\"" + FIRST + "\",\"n\":\"\",\"e\":\"\"}",
          "{\"kty\":\"RSA\",\"kid\":7,\"n\":\"AQAB\",\"e\":\"AQAB\"}",
          "{\"kty\":\"RSA\",\"kid\":\"x\",\"n\":\"AQAB\",\"e\":\"AQAB\",\"key_ops\":[null]}",
          "{\"kty\":\"RSA\",\"kid\":\"x\",\"n\":\"AQAB\",\"e\":\"AQAB\",\"x5c\":[null]}"
        }) {
      published = "{\"keys\":[" + key + "]}";
      SigningKeys asked = new SigningKeys(() -> published, () -> now);

      assertThatThrownBy(() -> asked.find("unknown")).as(key).isInstanceOf(KeysUnavailable.class);
    }
  }

  @Test
  @Hostile("F27")
  void knownKeysOutliveASetWithANullKey() {
    keys.find(FIRST);
    published = "{\"keys\":[null]}";
    now = now.plus(Duration.ofDays(1));

    assertThat(keys.find(FIRST)).isPresent();
  }

  @Test
  void keySetIsReadOverHttpWithinBounds() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    try {
      serve(server, "/good", 200, published);
      serve(server, "/large", 200, published + " ".repeat(64 * 1024));
      serve(server, "/gone", 404, published);
      serve(server, "/moved", 302, published);
      server.start();
      String address = "http://127.0.0.1:" + server.getAddress().getPort();

      assertThat(new JwksUrl(URI.create(address + "/good")).read()).isEqualTo(published);
      for (String path : new String[] {"/large", "/gone", "/moved"}) {
        assertThatThrownBy(() -> new JwksUrl(URI.create(address + path)).read())
            .isInstanceOf(IOException.class);
      }
    } finally {
      server.stop(0);
    }
  }

  @Test
  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void keySetThatComesByteByByteIsGivenUp() throws IOException {
    for (String start : new String[] {"", "HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n"}) {
      try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        Thread dripping = new Thread(() -> drip(server, start), "dripping");
        dripping.setDaemon(true);
        dripping.start();
        URI address = URI.create("http://127.0.0.1:" + server.getLocalPort() + "/keys");

        assertThatThrownBy(() -> new JwksUrl(address).read()).isInstanceOf(IOException.class);
      }
    }
  }

  /** Never ends by itself. */
  private static void drip(ServerSocket server, String start) {
    try (Socket connection = server.accept()) {
      connection.getOutputStream().write(start.getBytes(StandardCharsets.US_ASCII));
      String head = "HTTP/1.1 200 OK\r\nX-Slow: ";
      for (int i = 0; ; i++) {
        int next = start.isEmpty() && i < head.length() ? head.charAt(i) : 'x';
        connection.getOutputStream().write(next);
        Thread.sleep(50);
      }
    } catch (IOException | InterruptedException e) {
      // The reader gave up.
    }
  }

  private static void serve(HttpServer server, String path, int status, String body) {
    server.createContext(
        path,
        exchange -> {
          try (exchange) {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            // Followed where it counts: with a status of redirection.
            exchange.getResponseHeaders().set("location", "/good");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
          }
        });
  }
}

package io.github.cognitofirstlogin.auth.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.github.cognitofirstlogin.leaks.Hostile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
    assertThat(keys.find(FIRST).key()).isPresent();
    assertThat(keys.find(FIRST).key()).isPresent();
    assertThat(reads).isEqualTo(1);
  }

  @Test
  void unknownKeyIsAskedForAFewTimesAMinute() {
    keys.find(FIRST);

    for (int i = 0; i < 100; i++) {
      SigningKeys.Lookup unknown = keys.find("unknown" + i);
      assertThat(unknown.key()).isEmpty();
      assertThat(unknown.certain()).as("look-up %d", i).isEqualTo(i < 4);
    }
    assertThat(reads).isEqualTo(5);
    assertThat(keys.find(FIRST).certain()).isTrue();
    now = now.plus(Duration.ofSeconds(59));
    assertThat(keys.find("unknown").certain()).isFalse();
    now = now.plus(Duration.ofSeconds(1));
    assertThat(keys.find("unknown").certain()).isTrue();
    assertThat(reads).isEqualTo(6);
  }

  @Test
  void keyAfterARotationIsFoundThoughAForgedKeyWasJustAskedFor() {
    keys.find(FIRST);
    keys.find("forged");
    published = SigningKey.SECOND.jwks();

    assertThat(keys.find(SECOND).key()).isPresent();
  }

  @Test
  void outageAtTheStartLeavesTheBudgetWhole() {
    published = null;
    for (int i = 0; i < 10; i++) {
      assertThatThrownBy(() -> keys.find(FIRST)).isInstanceOf(KeysUnavailable.class);
      now = now.plusSeconds(1);
    }
    published = SigningKey.FIRST.jwks();

    assertThat(keys.find(FIRST).key()).isPresent();
    assertThat(keys.find("unknown").certain()).isTrue();
  }

  @Test
  void failedFetchIsAnOutageUntilOneSucceeds() {
    keys.find(FIRST);
    published = null;
    assertThatThrownBy(() -> keys.find("forged")).isInstanceOf(KeysUnavailable.class);
    assertThat(keys.find(FIRST).key()).isPresent();
    published = SigningKey.FIRST.jwks();

    assertThat(keys.find("forged")).isEqualTo(new SigningKeys.Lookup(Optional.empty(), true));
  }

  @Test
  void clockThatIsSetBackLeavesTheBudgetWhole() {
    for (int i = 0; i < 10; i++) {
      keys.find("unknown" + i);
    }
    now = now.minus(Duration.ofDays(1));

    assertThat(keys.find("unknown").certain()).isTrue();
  }

  @Test
  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void knownKeyWaitsForNoFetchAndOneFetchServesAllWaitingCallers() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch answered = new CountDownLatch(1);
    SigningKeys slow =
        new SigningKeys(
            () -> {
              if (reads++ > 0) {
                asked.countDown();
                await(answered);
              }
              return published;
            },
            () -> now);
    slow.find(FIRST);
    published = SigningKey.SECOND.jwks();
    ExecutorService callers = Executors.newFixedThreadPool(8);
    try {
      List<Future<SigningKeys.Lookup>> waiting = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        waiting.add(callers.submit(() -> slow.find(SECOND)));
      }
      await(asked);
      assertThat(slow.find(FIRST).key()).isPresent();
      now = now.plus(Duration.ofDays(1));
      assertThat(slow.find(FIRST).key()).isPresent();
      assertThat(waiting).noneMatch(Future::isDone);

      answered.countDown();
      for (Future<SigningKeys.Lookup> each : waiting) {
        assertThat(each.get().key()).isPresent();
      }
      assertThat(reads).isEqualTo(2);
    } finally {
      answered.countDown();
      callers.shutdownNow();
    }
  }

  @Test
  void keyAfterARotationIsFound() {
    keys.find(FIRST);
    published = SigningKey.SECOND.jwks();
    now = now.plus(Duration.ofMinutes(1));

    assertThat(keys.find(SECOND).key()).isPresent();
    assertThat(keys.find(FIRST).key()).isEmpty();
  }

  @Test
  void knownKeysOutliveAnOutage() {
    keys.find(FIRST);
    published = null;
    now = now.plus(Duration.ofDays(2));

    assertThat(keys.find(FIRST).key()).isPresent();
  }

  @Test
  void keyThatOnlyThePoolCouldKnowIsNeitherGoodNorBadInAnOutage() {
    keys.find(FIRST);
    published = null;
    now = now.plus(Duration.ofMinutes(1));

    assertThatThrownBy(() -> keys.find(SECOND)).isInstanceOf(KeysUnavailable.class);
    assertThatThrownBy(() -> keys.find(SECOND)).isInstanceOf(KeysUnavailable.class);
    assertThat(reads).isEqualTo(3);
  }

  @Test
  void firstReadIsTriedEachSecondUntilItSucceeds() {
    published = null;
    assertThatThrownBy(() -> keys.find(FIRST)).isInstanceOf(KeysUnavailable.class);
    assertThatThrownBy(() -> keys.find(FIRST)).isInstanceOf(KeysUnavailable.class);
    assertThat(reads).isEqualTo(1);
    published = SigningKey.FIRST.jwks();
    now = now.plusSeconds(1);

    assertThat(keys.find(FIRST).key()).isPresent();
  }

  @Test
  void withdrawnKeyIsForgottenAfterHalfADay() {
    keys.find(FIRST);
    published = SigningKey.SECOND.jwks();
    now = now.plus(Duration.ofHours(12)).plusSeconds(1);

    assertThat(keys.find(FIRST).key()).isEmpty();
  }

  @Test
  void malformedKeySetIsAnOutage() {
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

    assertThat(keys.find(FIRST).key()).isPresent();
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
  void keySetThatComesByteByByteIsGivenUp() throws Exception {
    ExecutorService readers = Executors.newFixedThreadPool(2);
    try {
      // Both wait for the whole time limit, so they wait at the same time.
      Future<?> head = readers.submit(() -> assertGivenUp(""));
      Future<?> body =
          readers.submit(() -> assertGivenUp("HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n"));
      head.get();
      body.get();
    } finally {
      readers.shutdownNow();
    }
  }

  private static Void assertGivenUp(String start) throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread dripping = new Thread(() -> drip(server, start), "dripping");
      dripping.setDaemon(true);
      dripping.start();
      URI address = URI.create("http://127.0.0.1:" + server.getLocalPort() + "/keys");

      assertThatThrownBy(() -> new JwksUrl(address).read()).isInstanceOf(IOException.class);
      return null;
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
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
      // The reader closed the connection.
    }
  }

  private static void serve(HttpServer server, String path, int status, String body) {
    server.createContext(
        path,
        exchange -> {
          try (exchange) {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            // A client follows this header only with a status of redirection.
            exchange.getResponseHeaders().set("location", "/good");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
          }
        });
  }
}

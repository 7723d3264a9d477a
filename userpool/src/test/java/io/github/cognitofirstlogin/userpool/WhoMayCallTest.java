package io.github.cognitofirstlogin.userpool;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitofirstlogin.leaks.RawHttp;
import io.github.cognitofirstlogin.userpool.http.HostNames;
import io.github.cognitofirstlogin.userpool.protocol.Json;
import io.github.cognitofirstlogin.userpool.settings.UserPoolSettings;
import io.github.cognitofirstlogin.userpool.users.Outbox;
import io.github.cognitofirstlogin.userpool.users.UserPools;
import io.github.cognitofirstlogin.userpool.wire.Operations;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A web page can reach this machine. A web page may call only the operations of a browser's client.
 */
class WhoMayCallTest {

  private static UserPoolServer server;
  private static UserPoolServer inAContainer;
  private static String poolId;

  @BeforeAll
  static void start() throws IOException {
    server = UserPoolServer.start(0, Clock.systemUTC());
    poolId = server.createUserPool(UserPoolSettings.from(Json.object(), warning -> {}));
    inAContainer =
        UserPoolServer.start(
            0,
            0,
            HostNames.ofThisMachineAnd(List.of("host.docker.internal")),
            Clock.systemUTC(),
            sent -> {});
  }

  @AfterAll
  static void stop() {
    server.close();
    inAContainer.close();
  }

  static Set<String> operations() {
    var clock = Clock.systemUTC();
    return Operations.of(new UserPools(), new Outbox(clock, sent -> {}), clock).keySet();
  }

  @ParameterizedTest
  @MethodSource("operations")
  void webPageMayCallWhatNeedsNoCredentialsAndNothingElse(String operation) {
    var isPublic = Operations.WITHOUT_CREDENTIALS.contains(operation);
    for (var header :
        List.of(
            "Origin: https://evil.example",
            "Origin: null",
            "Origin: http://localhost:8080",
            "Sec-Fetch-Site: same-origin",
            "Sec-Fetch-Site: cross-site")) {
      var answer = call(operation, "localhost", header);
      assertThat(answer.contains("AccessDeniedException")).as(header).isNotEqualTo(isPublic);
      assertThat(answer.startsWith("HTTP/1.1 403 ")).as(header).isNotEqualTo(isPublic);
      assertThat(answer).doesNotContain("\"Users\"", "\"UserPool\"");
    }
    assertThat(call(operation, "localhost", "Sec-Fetch-Site: none"))
        .doesNotContain("AccessDeniedException");
    if (operation.matches("(Admin|List|Describe|Create|Update|Delete|Set).*")) {
      assertThat(isPublic).isFalse();
    }
  }

  @Test
  void operationsWithoutCredentialsAreOperations() {
    assertThat(operations()).containsAll(Operations.WITHOUT_CREDENTIALS);
  }

  @Test
  void administratorsClientsListUsers() {
    assertThat(call("ListUsers", "localhost", "X-Any: 1"))
        .startsWith("HTTP/1.1 200 ")
        .contains("\"Users\"");
  }

  @Test
  void webPageMayReadThePublicDocuments() {
    var keys =
        exchange(
            server.port(),
            "GET /" + poolId + "/.well-known/jwks.json HTTP/1.1\r\nOrigin: https://a.example\r\n",
            "localhost",
            "");
    assertThat(keys)
        .startsWith("HTTP/1.1 200 ")
        .containsIgnoringCase("access-control-allow-origin");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "LocalHost:9229",
        "pool.test.localhost:1",
        "127.0.0.1",
        "127.255.0.9:80",
        "[::1]",
        "[::1]:9229"
      })
  void namesOfThisMachineAreAnswered(String host) {
    assertThat(call("ListUsers", host, "X-Any: 1")).startsWith("HTTP/1.1 200 ");
    assertThat(ledger(server, host)).startsWith("HTTP/1.1 200 ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example",
        "evil.example:9229",
        "localhost.evil.example",
        "127.0.0.1.evil.example",
        "localhost.",
        "notlocalhost",
        "128.0.0.1",
        "127.1",
        "127.0.0.256",
        "2130706433",
        "0x7f000001",
        "[::]",
        "0.0.0.0",
        "localhost:9229:1",
        "evil.example#localhost",
        "localhost@evil.example",
        "host.docker.internal",
        ""
      })
  void noOtherNameIsAnswered(String host) {
    assertThat(call("ListUsers", host, "X-Any: 1"))
        .startsWith("HTTP/1.1 403 ")
        .contains("--allow-host")
        .doesNotContainIgnoringCase("access-control-allow");
    assertThat(call("InitiateAuth", host, "X-Any: 1")).startsWith("HTTP/1.1 403 ");
    assertThat(exchange(server.port(), "OPTIONS / HTTP/1.1\r\n", host, ""))
        .startsWith("HTTP/1.1 403 ")
        .doesNotContainIgnoringCase("access-control-allow");
    assertThat(
            exchange(
                server.port(), "GET /" + poolId + "/.well-known/jwks.json HTTP/1.1\r\n", host, ""))
        .startsWith("HTTP/1.1 403 ");
    assertThat(ledger(server, host)).startsWith("HTTP/1.1 403 ");
  }

  @Test
  void allowedHostIsAnsweredToo() {
    for (var host :
        List.of("host.docker.internal", "HOST.docker.internal:9229", "localhost:9229")) {
      assertThat(ledger(inAContainer, host)).startsWith("HTTP/1.1 200 ");
    }
    assertThat(ledger(inAContainer, "a.host.docker.internal")).startsWith("HTTP/1.1 403 ");
    assertThat(
            exchange(
                inAContainer.controlPort(),
                "GET /ledger HTTP/1.1\r\nOrigin: http://host.docker.internal\r\n",
                "host.docker.internal",
                ""))
        .startsWith("HTTP/1.1 403 ");
  }

  private static String ledger(UserPoolServer server, String host) {
    return exchange(server.controlPort(), "GET /ledger HTTP/1.1\r\n", host, "");
  }

  private static String call(String operation, String host, String header) {
    return exchange(
        server.port(),
        "POST / HTTP/1.1\r\nContent-Type: application/x-amz-json-1.1\r\n"
            + ("X-Amz-Target: AWSCognitoIdentityProviderService." + operation + "\r\n")
            + (header + "\r\n"),
        host,
        "{\"UserPoolId\":\"" + poolId + "\"}");
  }

  private static String exchange(int port, String start, String host, String body) {
    return RawHttp.exchange(
        port,
        start
            + ("Host: " + host + "\r\nConnection: close\r\nContent-Length: ")
            + (body.length() + "\r\n\r\n" + body));
  }
}

package io.github.cognitofirstlogin.userpool;

import static io.github.cognitofirstlogin.userpool.ContractPool.CHOSEN;
import static io.github.cognitofirstlogin.userpool.ContractPool.TEMPORARY;
import static io.github.cognitofirstlogin.userpool.Sdk.refused;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CognitoIdentityProviderException;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ControlEndpointTest {

  private final HttpClient client = HttpClient.newHttpClient();
  private final LocalTarget target = new LocalTarget();
  private final ContractPool pool = target.create(ContractRun.POOL, ContractRun.CLIENT);

  @BeforeEach
  void forget() {
    post("/reset", "");
  }

  @AfterAll
  void close() {
    target.close();
  }

  @Test
  void nextAnswersAreTheErrorAskedForAndNoMore() {
    var username = pool.newUser();
    fault(
        "{\"operation\":\"InitiateAuth\",\"times\":2,\"kind\":\"error\",\"type\":\"TooManyRequestsException\",\"message\":\"Rate"
            + " exceeded\"}");

    refused("TooManyRequestsException", "Rate exceeded", () -> pool.login(username, TEMPORARY));
    refused("TooManyRequestsException", "Rate exceeded", () -> pool.login(username, TEMPORARY));
    assertThat(pool.session(username)).isNotNull();
  }

  @Test
  void internalErrorIsA500() {
    var username = pool.newUser();
    fault("{\"kind\":\"error\"}");

    var error =
        catchThrowableOfType(
            CognitoIdentityProviderException.class, () -> pool.login(username, TEMPORARY));

    assertThat(error.statusCode()).isEqualTo(500);
    assertThat(error.awsErrorDetails().errorCode()).isEqualTo("InternalErrorException");
  }

  @ParameterizedTest
  @CsvSource({
    "before-read,false",
    "after-read,false",
    "after-apply,true",
  })
  void droppedAnswerTookEffectOnlyAfterApply(String when, boolean applied) {
    var username = pool.newUser();
    var session = pool.session(username);
    fault("{\"operation\":\"RespondToAuthChallenge\",\"kind\":\"drop\",\"when\":\"" + when + "\"}");

    assertThatThrownBy(() -> pool.newPassword(username, CHOSEN, session))
        .isInstanceOf(SdkClientException.class);

    var entry = last(get("/ledger"));
    assertThat(entry.path("operation").asText()).isEqualTo("RespondToAuthChallenge");
    assertThat(entry.path("fault").asText()).isEqualTo("drop");
    assertThat(entry.path("applied").asBoolean()).isEqualTo(applied);
    if (applied) {
      assertThat(pool.tokens(username)).isNotNull();
    } else {
      assertThat(pool.newPassword(username, CHOSEN, session).authenticationResult()).isNotNull();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"kind\":\"reset\"}",
        "{\"kind\":\"truncate\"}",
        "{\"kind\":\"body\",\"body\":\"garbage\"}",
        "{\"kind\":\"body\",\"status\":502,\"headers\":{\"Content-Type\":\"text/html\"},\"body\":\"<html></html>\"}",
        "{\"kind\":\"body\",\"status\":302,\"headers\":{\"Location\":\"http://localhost:1/\"}}"
      })
  void brokenAnswerIsAnError(String fault) {
    var username = pool.newUser();
    fault(fault);

    assertThatThrownBy(() -> pool.login(username, TEMPORARY)).isInstanceOf(RuntimeException.class);
    assertThat(pool.session(username)).isNotNull();
  }

  @Test
  void answerMayBeEmptyOrHaveMoreThanItShould() {
    var username = pool.newConfirmedUser();
    fault("{\"kind\":\"body\",\"body\":\"{}\"}");
    fault(
        "{\"kind\":\"merge\",\"members\":{\"New\":{\"x\":1},\"AuthenticationResult\":{\"AccessToken\":\"huge\"}}}");
    fault("{\"kind\":\"gzip\"}");
    fault("{\"kind\":\"drip\",\"millisPerByte\":0}");
    fault("{\"kind\":\"delay\",\"millis\":1}");

    assertThat(pool.login(username, CHOSEN).authenticationResult()).isNull();
    var merged = pool.tokens(username);
    assertThat(merged.accessToken()).isEqualTo("huge");
    assertThat(merged.idToken()).isNotBlank();
    for (var kind = 0; kind < 3; kind++) {
      assertThat(pool.tokens(username).accessToken()).isNotBlank();
    }
  }

  @Test
  void keptConnectionMayCloseUnannounced() throws Exception {
    fault("{\"kind\":\"close\"}");
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), target.server().port())) {
      socket
          .getOutputStream()
          .write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(ISO_8859_1));

      assertThat(new String(socket.getInputStream().readAllBytes(), ISO_8859_1))
          .startsWith("HTTP/1.1 400 ")
          .doesNotContainIgnoringCase("connection: close")
          .contains("UnknownOperationException");
    }
  }

  @Test
  void hangingAnswerNeverComes() throws Exception {
    fault("{\"operation\":\"jwks.json\",\"kind\":\"hang\"}");
    var keys =
        HttpRequest.newBuilder(
                URI.create(
                    target.endpoint().orElseThrow() + "/" + pool.id() + "/.well-known/jwks.json"))
            .build();

    var hanging =
        HttpClient.newHttpClient().sendAsync(keys, HttpResponse.BodyHandlers.discarding());
    while (get("/ledger").findValuesAsText("fault").isEmpty()) {
      Thread.sleep(10);
    }

    var next = HttpClient.newHttpClient().send(keys, HttpResponse.BodyHandlers.discarding());
    assertThat(next.statusCode()).isEqualTo(200);
    assertThat(hanging).isNotDone();
  }

  @Test
  void clockJumpsOnRequestAndAsAFault() {
    var username = pool.newUser();
    var session = pool.session(username);
    post("/clock", "{\"advanceSeconds\":179}");
    fault("{\"operation\":\"RespondToAuthChallenge\",\"kind\":\"clock\",\"seconds\":1}");

    refused(
        "NotAuthorizedException",
        "Invalid session for the user, session is expired.",
        () -> pool.newPassword(username, CHOSEN, session));
    assertThat(get("/clock").path("now").asText()).isEqualTo("2026-11-01T12:03:00Z");
  }

  @Test
  void outboxListsWhatWasSent() {
    target
        .cognito()
        .adminCreateUser(
            r ->
                r.userPoolId(pool.id())
                    .username("invited")
                    .temporaryPassword(TEMPORARY)
                    .desiredDeliveryMediumsWithStrings("EMAIL")
                    .userAttributes(Sdk.attribute("email", "i@example.com")));

    var message = last(get("/outbox"));
    assertThat(message.path("medium").asText()).isEqualTo("EMAIL");
    assertThat(message.path("to").asText()).isEqualTo("i@example.com");
    assertThat(message.path("secret").asText()).isEqualTo(TEMPORARY);
    assertThat(message.path("text").asText())
        .isEqualTo("Your username is invited and temporary password is Temporary-1.");
  }

  @Test
  void ledgerHoldsNoSecret() {
    var username = pool.newUser();
    var session = pool.session(username);
    var tokens = pool.newPassword(username, CHOSEN, session).authenticationResult();
    assertThatThrownBy(() -> pool.login(username, "Wrong-Password-1")).isNotNull();

    var ledger = get("/ledger");

    assertThat(ledger.findValuesAsText("operation"))
        .containsExactly(
            "AdminCreateUser", "InitiateAuth", "RespondToAuthChallenge", "InitiateAuth");
    assertThat(ledger.findValuesAsText("applied")).containsExactly("true", "true", "true", "false");
    assertThat(last(ledger).path("error").asText()).isEqualTo("NotAuthorizedException");
    assertThat(ledger.toString())
        .doesNotContain(
            TEMPORARY,
            CHOSEN,
            "Wrong-Password-1",
            session,
            tokens.accessToken(),
            tokens.refreshToken());
  }

  @Test
  void resetForgetsUsersAndFaultsAndKeepsPools() {
    var username = pool.newConfirmedUser();
    var tokens = pool.tokens(username);
    fault("{\"kind\":\"error\"}");
    post("/clock", "{\"advanceSeconds\":60}");

    post("/reset", "");

    assertThat(get("/ledger")).isEmpty();
    assertThat(get("/clock").path("now").asText()).isEqualTo("2026-11-01T12:00:00Z");
    refused(
        "NotAuthorizedException",
        "Incorrect username or password.",
        () -> pool.login(username, CHOSEN));
    refused(
        "UserNotFoundException",
        "User does not exist.",
        () -> target.cognito().getUser(r -> r.accessToken(tokens.accessToken())));
    assertThat(pool.tokens(pool.newConfirmedUser())).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Host: localhost\r\nOrigin: http://localhost:8080\r\nContent-Type: application/json",
        "Host: localhost\r\nOrigin: null\r\nContent-Type: application/json",
        "Host: localhost\r\nSec-Fetch-Site: same-site\r\nContent-Type: application/json",
        "Host: rebound.example.com\r\nContent-Type: application/json",
        "Host: localhost\r\nContent-Type: text/plain"
      })
  void webPageCannotDriveIt(String headers) throws IOException {
    var body = "{\"advanceSeconds\":60}";
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), target.server().controlPort())) {
      var request =
          "POST /clock HTTP/1.1\r\n"
              + headers
              + "\r\nContent-Length: "
              + body.length()
              + "\r\nConnection: close\r\n\r\n"
              + body;
      socket.getOutputStream().write(request.getBytes(ISO_8859_1));
      assertThat(new String(socket.getInputStream().readAllBytes(), ISO_8859_1))
          .startsWith("HTTP/1.1 403 ");
    }
    assertThat(get("/clock").path("now").asText()).isEqualTo("2026-11-01T12:00:00Z");
  }

  @Test
  void mistakesAreNamed() {
    assertThat(send("POST", "/faults", "{\"kind\":\"explode\"}").body())
        .isEqualTo("{\"message\":\"there is no fault of kind 'explode'\"}");
    assertThat(send("POST", "/faults", "{").statusCode()).isEqualTo(400);
    assertThat(send("GET", "/nothing", "").statusCode()).isEqualTo(404);
  }

  @Test
  void nothingOfItIsOnThePortOfTheApi() throws Exception {
    var apiPort = URI.create(target.endpoint().orElseThrow() + "/ledger");

    assertThat(
            HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(apiPort).build(), HttpResponse.BodyHandlers.ofString())
                .body())
        .contains("UnknownOperationException");
  }

  private void fault(String json) {
    post("/faults", json);
  }

  private void post(String path, String json) {
    assertThat(send("POST", path, json).statusCode()).isEqualTo(200);
  }

  private JsonNode get(String path) {
    try {
      return JsonMapper.builder().build().readTree(send("GET", path, "").body());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static JsonNode last(JsonNode array) {
    var all = new ArrayList<JsonNode>();
    array.forEach(all::add);
    return all.get(all.size() - 1);
  }

  private HttpResponse<String> send(String method, String path, String body) {
    try {
      return client.send(
          HttpRequest.newBuilder(
                  URI.create("http://localhost:" + target.server().controlPort() + path))
              .header("Content-Type", "application/json")
              .method(method, HttpRequest.BodyPublishers.ofString(body))
              .build(),
          HttpResponse.BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}

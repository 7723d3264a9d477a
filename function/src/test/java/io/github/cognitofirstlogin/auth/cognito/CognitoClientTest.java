package io.github.cognitofirstlogin.auth.cognito;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitofirstlogin.auth.Api;
import io.github.cognitofirstlogin.auth.Api.Answer;
import io.github.cognitofirstlogin.auth.AuthHandler;
import io.github.cognitofirstlogin.auth.contract.Route;
import io.github.cognitofirstlogin.auth.text.Json;
import io.github.cognitofirstlogin.leaks.Hostile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The real SDK client over real sockets: the number of requests, and the outcome of each fault. */
class CognitoClientTest {
  private static final String TOKENS =
      Wire.json(
          200,
          "{\"AuthenticationResult\":{\"AccessToken\":\"token\",\"ExpiresIn\":3600,"
              + "\"TokenType\":\"Bearer\"},\"ChallengeParameters\":{}}");

  /**
   * Half a second of it is kept for the reply. A busy machine must send the request in the rest.
   */
  private static final int GIVEN_UP_MILLIS = 2_500;

  private static final String THROTTLED =
      Wire.json(400, "{\"__type\":\"TooManyRequestsException\",\"message\":\"Rate exceeded\"}");

  /** The first request of a JVM takes longest, and on a busy machine longer than a short limit. */
  @BeforeAll
  static void warmUp() throws IOException {
    try (Wire wire = Wire.answering(TOKENS)) {
      assertThat(api(wire).changePassword().status()).isEqualTo(200);
      assertThat(api(wire).login().status()).isEqualTo(200);
    }
  }

  @Test
  @Hostile("F18")
  void requestIsUnsignedAndGoesToTheEndpointOfTheEnvironment() throws IOException {
    try (Wire wire = Wire.answering(TOKENS)) {
      assertThat(api(wire).changePassword().status()).isEqualTo(200);

      assertThat(wire.requests()).hasSize(1);
      assertThat(wire.requests().get(0))
          .containsIgnoringCase(
              "x-amz-target: AWSCognitoIdentityProviderService.RespondToAuthChallenge")
          .doesNotContainIgnoringCase("authorization:");
    }
  }

  static Stream<Arguments> lostAnswers() {
    return Stream.of(
        Arguments.of("closed without an answer", ""),
        Arguments.of("500", Wire.json(500, "{\"__type\":\"InternalErrorException\"}")),
        Arguments.of("500 without a type", Wire.json(500, "{}")),
        Arguments.of("502 of a proxy", Wire.html(502)),
        Arguments.of("503 without a body", Wire.head(503, 0)),
        Arguments.of("200 of a proxy", Wire.html(200)),
        Arguments.of("200 without a body", Wire.head(200, 0)),
        Arguments.of("200 that says nothing", Wire.json(200, "{}")),
        Arguments.of("200 cut off", Wire.head(200, 500) + "{\"AuthenticationResult\":{\"Acc"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lostAnswers")
  @Hostile({"F5", "F10", "F11", "F12", "F14"})
  void passwordThatMayHaveChangedIsSentOnceAndNeverCalledAFailure(String name, String answer)
      throws IOException {
    try (Wire wire = Wire.answering(answer)) {
      var reply = api(wire).changePassword();

      assertThat(reply.code()).isEqualTo("outcome_unknown");
      assertThat(reply.status()).isEqualTo(502);
      assertThat(reply.body().toString()).doesNotContain("internal.example");
      assertThat(wire.requests()).hasSize(1);
    }
  }

  /** The SDK does not read the answers to these operations, because a valid answer is empty. */
  @Test
  @Hostile("F11")
  void pageOfAProxyIsNoSuccessOfAnOperationThatAnswersNothing() throws IOException {
    try (Wire wire = Wire.answering(Wire.html(200))) {
      var confirmed =
          api(wire)
              .post(
                  Route.CONFIRM_FORGOT_PASSWORD,
                  Json.text(Api.Bodies.of(Route.CONFIRM_FORGOT_PASSWORD)));
      assertThat(confirmed.status()).isEqualTo(502);
      assertThat(confirmed.code()).isEqualTo("outcome_unknown");

      var signedOut = api(wire).send(Route.SIGN_OUT, "refreshToken=a-refresh-token");
      assertThat(signedOut.body()).containsEntry("revoked", false);
      assertThat(wire.requests()).hasSize(2);
    }
  }

  private interface Server {
    Wire start() throws IOException;
  }

  static Stream<Arguments> slowServers() {
    int head = TOKENS.indexOf("{");
    return Stream.of(
        Arguments.of("nothing", (Server) Wire::silent),
        Arguments.of("a slow head", (Server) () -> Wire.dripping("", TOKENS)),
        Arguments.of(
            "a slow body",
            (Server) () -> Wire.dripping(TOKENS.substring(0, head), TOKENS.substring(head))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("slowServers")
  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  @Hostile("F21")
  void replyIsSentBeforeLambdaEndsTheFunction(String name, Server server) throws Exception {
    ExecutorService callers = Executors.newFixedThreadPool(2);
    try (Wire wire = server.start()) {
      Api api = api(wire).endingIn(GIVEN_UP_MILLIS);
      // Both wait for the whole time limit, so they wait at the same time.
      Future<Answer> changing = callers.submit(() -> api.changePassword());
      Future<Answer> signingIn = callers.submit(() -> api.login());

      var change = changing.get();
      assertThat(change.status()).isEqualTo(504);
      assertThat(change.code()).isEqualTo("outcome_unknown");
      var login = signingIn.get();
      assertThat(login.status()).isEqualTo(504);
      assertThat(login.code()).isEqualTo("upstream_timeout");
      assertThat(wire.requests()).hasSize(2);
    } finally {
      callers.shutdownNow();
    }
  }

  @Test
  @Hostile("F21")
  void requestThatCannotBeAnsweredInTimeIsNotSent() throws IOException {
    try (Wire wire = Wire.answering(TOKENS)) {
      var reply = api(wire).endingIn(600).changePassword();

      assertThat(reply.status()).isEqualTo(504);
      assertThat(reply.code()).isEqualTo("upstream_timeout");
      assertThat(wire.requests()).isEmpty();
    }
  }

  @Test
  @Hostile("K117")
  void throttledRequestIsSentOnceMore() throws IOException {
    try (Wire wire = Wire.answering(THROTTLED, TOKENS)) {
      assertThat(api(wire).changePassword().status()).isEqualTo(200);
      assertThat(wire.requests()).hasSize(2);
    }
  }

  @Test
  @Hostile("K118")
  void throttlingThatLastsIsSaidAfterTwoTries() throws IOException {
    for (Function<Api, Answer> route :
        java.util.List.<Function<Api, Answer>>of(Api::changePassword, Api::login)) {
      try (Wire wire = Wire.answering(THROTTLED)) {
        var reply = route.apply(api(wire));

        assertThat(reply.status()).isEqualTo(429);
        assertThat(reply.code()).isEqualTo("too_many_requests");
        assertThat(wire.requests()).hasSize(2);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Retry-After: 120",
        "retry-after: 1",
        "Retry-After: 0",
        "Retry-After: -5",
        "Retry-After: soon",
        "Retry-After: 99999999999999999999",
        "Retry-After: Sat, 28 Nov 2026 10:00:00 GMT",
        "x-amz-retry-after: 120000",
        "x-amz-retry-after: -5"
      })
  @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  @Hostile("K120")
  void throttlingThatNamesATimeIsSaidAtOnce(String header) throws IOException {
    String answer = THROTTLED.replace("\r\n\r\n", "\r\n" + header + "\r\n\r\n");
    try (Wire wire = Wire.answering(answer)) {
      Api api = api(wire).endingIn(5_000);

      assertThat(api.changePassword().code()).isEqualTo("too_many_requests");
      assertThat(api.login().status()).isEqualTo(429);
      assertThat(wire.requests()).hasSize(2);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ThrottlingException", "Throttling", "SlowDown", "RequestLimitExceeded"})
  @Hostile("K117")
  void requestThatAwsThrottledIsSentOnceMore(String type) throws IOException {
    String answer = THROTTLED.replace("TooManyRequestsException", type);
    answer = Wire.json(400, answer.substring(answer.indexOf('{')));
    try (Wire wire = Wire.answering(answer, TOKENS)) {
      assertThat(api(wire).changePassword().status()).isEqualTo(200);
      assertThat(wire.requests()).hasSize(2);
    }
  }

  @Test
  void logLineCountsTheTriesOfItsOwnRequest() throws IOException {
    try (Wire wire = Wire.answering(THROTTLED, TOKENS)) {
      Api api = api(wire);
      api.changePassword();
      api.changePassword();
      api.changePassword(Map.of());

      assertThat(api.log().lines().map(line -> Json.object(line).get("attempts")))
          .containsExactly(2.0, 1.0, 0.0);
    }
  }

  @Test
  void usedSessionAfterASecondTryMayHaveBeenUsedByTheFirst() throws IOException {
    String used =
        Wire.json(
            400,
            "{\"__type\":\"NotAuthorizedException\",\"message\":"
                + "\"Invalid session for the user, session can only be used once.\"}");
    try (Wire wire = Wire.answering(THROTTLED, used)) {
      assertThat(api(wire).changePassword().code()).isEqualTo("outcome_unknown");
    }
    try (Wire wire = Wire.answering(used)) {
      assertThat(api(wire).changePassword().code()).isEqualTo("session_used");
    }
  }

  @Test
  @Hostile("F16")
  void connectionThatWasClosedWhileIdleLosesNoLogin() throws IOException {
    try (Wire wire = Wire.keepingAlive(TOKENS)) {
      Api api = api(wire);
      assertThat(api.changePassword().status()).isEqualTo(200);
      wire.closeIdleConnections();

      assertThat(api.changePassword().status()).isEqualTo(200);
      assertThat(wire.requests()).hasSize(2);
    }
  }

  @Test
  @Hostile("F1")
  void refusedConnectionMeansNothingWasChanged() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }

    Api api = api("http://127.0.0.1:" + port);
    var reply = api.changePassword();
    assertThat(reply.status()).isEqualTo(503);
    assertThat(reply.code()).isEqualTo("upstream_unavailable");
    assertThat(reply.message()).asString().endsWith("Nothing was changed.");
    // A connection that was never made has carried no request, so a second try is allowed.
    assertThat(Json.object(api.log())).containsEntry("attempts", 2.0);
  }

  @Test
  @Hostile("F4")
  void serverThatNeverReadsIsGivenUp() throws IOException {
    // The kernel completes the connections, and no program accepts them.
    try (ServerSocket deaf = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      var reply =
          api("http://127.0.0.1:" + deaf.getLocalPort()).endingIn(GIVEN_UP_MILLIS).changePassword();

      assertThat(reply.status()).isEqualTo(504);
      assertThat(reply.code()).isEqualTo("outcome_unknown");
    }
  }

  @Test
  @Hostile("F2")
  void nameThatDoesNotResolveMeansNothingWasChanged() {
    assertThat(api("https://cognito.invalid").changePassword().code())
        .isEqualTo("upstream_unavailable");
  }

  @Test
  @Hostile("F3")
  void plainTextIsNeverTriedWhereTlsFails() throws IOException {
    try (Wire wire = Wire.answering(TOKENS)) {
      var reply = api(wire.url().replace("http:", "https:")).changePassword();

      assertThat(reply.status()).isEqualTo(503);
      assertThat(wire.requests()).noneMatch(request -> request.startsWith("POST"));
    }
  }

  private static Api api(Wire wire) {
    return api(wire.url());
  }

  private static Api api(String endpoint) {
    Map<String, String> environment = new HashMap<>(Api.ENVIRONMENT);
    environment.put("AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER", endpoint);
    return new Api(new AuthHandler(environment));
  }
}

package io.github.cognitofirstlogin.auth.cognito;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitofirstlogin.auth.Api;
import io.github.cognitofirstlogin.auth.AuthHandler;
import io.github.cognitofirstlogin.auth.contract.Route;
import io.github.cognitofirstlogin.auth.text.Json;
import io.github.cognitofirstlogin.leaks.Hostile;
import java.io.IOException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers of a server between the function and Cognito, with the real SDK client. */
class ForeignAnswerTest {
  private static final String TOKENS =
      "{\"AuthenticationResult\":{\"AccessToken\":\"token\",\"ExpiresIn\":3600}}";
  private static final String REFUSAL =
      "{\"__type\":\"InvalidPasswordException\",\"message\":\"Too short\"}";

  /** Without the statuses below 200 after which the HTTP client waits for a final answer. */
  static Stream<Integer> statuses() {
    return IntStream.rangeClosed(102, 599).filter(status -> status != 200).boxed();
  }

  @Test
  @Hostile({"F14", "F25"})
  void statusWithoutATypeOfCognitoNeverReportsAFailedChange() throws IOException {
    for (String body : new String[] {"", "{}", "{\"message\":\"Forbidden\"}", TOKENS}) {
      String[] answers =
          statuses().map(status -> closing(Wire.json(status, body))).toArray(String[]::new);
      try (Wire wire = Wire.answering(answers)) {
        Api api = api(wire);
        for (String answer : answers) {
          var reply = api.changePassword();
          assertThat(reply.code()).as(answer).isEqualTo("outcome_unknown");
          assertThat(reply.status()).as(answer).isEqualTo(502);
        }
        assertThat(wire.requests()).hasSameSizeAs(answers);
      }
    }
  }

  @Test
  @Hostile("F25")
  void noStatusWithoutATypeOfCognitosIsTheCallersFaultAtSignIn() throws IOException {
    String[] answers =
        statuses().map(Wire::html).map(ForeignAnswerTest::closing).toArray(String[]::new);
    try (Wire wire = Wire.answering(answers)) {
      Api api = api(wire);
      for (String answer : answers) {
        assertThat(api.login().code()).as(answer).isEqualTo("upstream_error");
      }
      assertThat(wire.requests()).hasSameSizeAs(answers);
    }
  }

  static Stream<String> typedByOthers() {
    return Stream.of(
        Wire.json(400, "{\"__type\":\"PolicyDenied\"}"),
        Wire.json(400, "{\"__type\":\"\"}"),
        Wire.json(400, "{\"__type\":null}"),
        Wire.json(400, "{\"__type\":5}"),
        Wire.json(400, "{\"__type\":{\"a\":1}}"),
        Wire.json(400, "{\"code\":403}"),
        Wire.json(400, "[" + REFUSAL + "]"),
        Wire.json(400, REFUSAL.substring(0, 20)),
        Wire.json(403, "{\"__type\":\"BrandNewException\"}"),
        Wire.json(400, "{\"__type\":\"Exception\"}"),
        Wire.json(400, "{\"__type\":\"java.lang.BrandNewException\"}"),
        Wire.json(400, "{\"__type\":\"InternalServerErrorException\"}"),
        Wire.json(400, "{\"__type\":\"DependencyTimeoutException\"}"),
        Wire.json(400, "{\"__type\":\"ServiceException\"}"),
        typedInTheHeader(Wire.json(400, "{\"__type\":\"InternalErrorException\"}")),
        typedInTheHeader(Wire.json(400, "{\"__type\":\"NotAuthorizedException\"}")),
        typedInTheHeader(Wire.json(400, "{}"))
            .replace("\r\n\r\n", "\r\nx-amzn-ErrorType: InternalErrorException\r\n\r\n"),
        typedInTheHeader(Wire.json(200, TOKENS)),
        typedInTheHeader(Wire.json(200, "{}"))
            .replace("\r\n\r\n", "\r\nx-amzn-RequestId: 1\r\n\r\n"),
        Wire.json(302, REFUSAL),
        Wire.json(103, REFUSAL),
        Wire.json(500, REFUSAL),
        Wire.json(503, "{\"__type\":\"ThrottlingException\"}"),
        Wire.json(503, "{\"__type\":\"AccessDeniedException\"}"),
        Wire.json(400, REFUSAL).replace("application/x-amz-json-1.1", "text/html"),
        Wire.json(400, REFUSAL).replace("Content-Type: application/x-amz-json-1.1\r\n", ""),
        typedInTheHeader(Wire.html(400)),
        typedInTheHeader(Wire.json(400, "<html>")),
        typedInTheHeader(Wire.json(400, "")),
        Wire.json(401, "{}").replace("\r\n\r\n", "\r\nWWW-Authenticate: Basic\r\n\r\n"),
        Wire.json(407, "{}").replace("\r\n\r\n", "\r\nProxy-Authenticate: Basic\r\n\r\n"));
  }

  @ParameterizedTest
  @MethodSource("typedByOthers")
  @Hostile("F25")
  void foreignErrorTypeLeavesTheOutcomeOfAChangeUnknown(String answer) throws IOException {
    try (Wire wire = Wire.answering(closing(answer))) {
      assertThat(api(wire).changePassword().code()).isEqualTo("outcome_unknown");
      assertThat(confirm(api(wire)).code()).isEqualTo("outcome_unknown");
      assertThat(api(wire).login().code()).isIn("upstream_error", "too_many_requests");
    }
  }

  /** If Cognito did not end a session, the cookies stay after a failed refresh. */
  @ParameterizedTest
  @MethodSource("typedByOthers")
  @Hostile("F25")
  void typeThatIsNotCognitosEndsNoSession(String answer) throws IOException {
    try (Wire wire = Wire.answering(closing(answer))) {
      var refreshed = api(wire).send(Route.REFRESH_SESSION, "refreshToken=a-refresh-token");
      assertThat(refreshed.code()).isIn("upstream_error", "too_many_requests");
      assertThat(refreshed.cookies()).isEmpty();

      var signedOut = api(wire).send(Route.SIGN_OUT, "refreshToken=a-refresh-token");
      assertThat(signedOut.body()).containsEntry("revoked", false);
    }
  }

  static Stream<String> forms() {
    String type = "\"InvalidPasswordException";
    return Stream.of(
        Wire.json(400, REFUSAL),
        Wire.json(
            400, REFUSAL.replace(type, "\"com.amazonaws.cognito.idp.model#" + type.substring(1))),
        Wire.json(400, REFUSAL.replace(type, type + ":http://internal.amazon.com/coral/")),
        Wire.json(400, REFUSAL.replace("Too short", "Too short\\r\\n")),
        typedInTheHeader(Wire.json(400, REFUSAL.replace(type, "\"a.b#" + type.substring(1)))),
        typedInTheHeader(Wire.json(400, "{\"message\":\"Too short\"}")),
        typedInTheHeader(Wire.json(400, "{\"message\":\"Too short\"}"))
            .replace("Exception\r\n", "Exception:http://internal.amazon.com/\r\n"));
  }

  @ParameterizedTest
  @MethodSource("forms")
  void typeIsReadInEachFormOfTheProtocol(String answer) throws IOException {
    try (Wire wire = Wire.answering(closing(answer))) {
      var reply = api(wire).changePassword();

      assertThat(reply.status()).isEqualTo(400);
      assertThat(reply.code()).isEqualTo("invalid_password");
      assertThat(reply.message()).isEqualTo("Too short");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"message\":\"Maintenance\"}",
        "{\"__type\":\"NotAuthorizedException\"}",
        "[]",
        "null",
        "\"ok\"",
        "ok",
        "{",
        ""
      })
  @Hostile("F11")
  void successOfAnOperationThatAnswersNothingIsAnEmptyObject(String body) throws IOException {
    try (Wire wire = Wire.answering(closing(Wire.json(200, body)))) {
      assertThat(confirm(api(wire)).code()).isEqualTo("outcome_unknown");
      assertThat(api(wire).send(Route.SIGN_OUT, "refreshToken=a-refresh-token").body())
          .containsEntry("revoked", false);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"message\":\"Maintenance\"}",
        "{\"__type\":\"ForbiddenException\"}",
        "[]",
        "<html>",
        ""
      })
  @Hostile("F11")
  void codeIsNotPromisedAfterAnAnswerThatIsNotCognitos(String body) throws IOException {
    try (Wire wire = Wire.answering(Wire.json(200, body))) {
      assertThat(forgot(api(wire)).code()).isEqualTo("upstream_error");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"CodeDeliveryDetails\":{\"Destination\":\"s***@e***\"}}"})
  void codeIsPromisedAfterAnAnswerOfAnEmulatorWithoutARequestId(String body) throws IOException {
    try (Wire wire = Wire.answering(Wire.json(200, body))) {
      assertThat(forgot(api(wire)).status()).isEqualTo(200);
    }
  }

  @Test
  @Hostile("F10")
  void answerThatEndsInItsBodyIsNoSuccessOfAnOperationThatAnswersNothing() throws IOException {
    String cut = Wire.head(200, 2).replace("\r\n\r\n", "\r\nx-amzn-RequestId: 1\r\n\r\n") + "{";
    try (Wire wire = Wire.answering(closing(cut))) {
      assertThat(confirm(api(wire)).code()).isEqualTo("outcome_unknown");
      assertThat(api(wire).send(Route.SIGN_OUT, "refreshToken=a-refresh-token").body())
          .containsEntry("revoked", false);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"Invented\":1}", ""})
  void successOfCognitosCarriesItsRequestId(String body) throws IOException {
    String answer = Wire.json(200, body).replace("\r\n\r\n", "\r\nx-amzn-RequestId: 1\r\n\r\n");
    try (Wire wire = Wire.answering(closing(answer))) {
      assertThat(confirm(api(wire)).status()).isEqualTo(200);
      assertThat(api(wire).send(Route.SIGN_OUT, "refreshToken=a-refresh-token").body())
          .containsEntry("revoked", true);
    }
  }

  @Test
  void emulatorWithoutARequestIdIsBelievedWhenItAnswersAnEmptyObject() throws IOException {
    try (Wire wire = Wire.answering(Wire.json(200, "{}"))) {
      assertThat(confirm(api(wire)).status()).isEqualTo(200);
    }
  }

  /** The close is announced; otherwise the next request on the connection may be lost. */
  private static String closing(String answer) {
    return answer.replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n");
  }

  private static String typedInTheHeader(String answer) {
    return answer.replace("\r\n\r\n", "\r\nx-amzn-ErrorType: InvalidPasswordException\r\n\r\n");
  }

  private static Api.Answer forgot(Api api) {
    return api.post(Route.FORGOT_PASSWORD, Json.text(Api.Bodies.of(Route.FORGOT_PASSWORD)));
  }

  private static Api.Answer confirm(Api api) {
    return api.post(
        Route.CONFIRM_FORGOT_PASSWORD, Json.text(Api.Bodies.of(Route.CONFIRM_FORGOT_PASSWORD)));
  }

  private static Api api(Wire wire) {
    return new Api(
        new AuthHandler(Api.environment("AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER", wire.url())));
  }
}

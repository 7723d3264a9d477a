package io.github.cognitofirstlogin.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitofirstlogin.auth.cognito.AuthOutcome;
import io.github.cognitofirstlogin.auth.cognito.Challenge;
import io.github.cognitofirstlogin.auth.cognito.Tokens;
import io.github.cognitofirstlogin.auth.contract.ErrorCode;
import io.github.cognitofirstlogin.auth.contract.Route;
import io.github.cognitofirstlogin.auth.http.Reply;
import io.github.cognitofirstlogin.auth.text.Json;
import io.github.cognitofirstlogin.leaks.Hostile;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** No log line and no {@code toString} contains a password, a session or a token. */
class SecretsTest {
  private static final String CANARY = "canary";

  static Stream<FakeCognito> cognitos() {
    return Stream.of(
        FakeCognito.issuing("canary-token", 3600),
        FakeCognito.refusing("InvalidPasswordException", "canary-message"),
        FakeCognito.failing(new IllegalStateException("canary-fault")),
        FakeCognito.failing(new Error("canary-error")),
        FakeCognito.challenging(
            login ->
                login
                    .challengeName("SMS_MFA")
                    .session("canary-session-of-a-challenge")
                    .challengeParameters(Map.of("USER_ID_FOR_SRP", "canary-name")),
            answer -> answer.challengeName("SMS_MFA").session("canary-session-of-a-challenge")));
  }

  @ParameterizedTest
  @MethodSource("cognitos")
  @Hostile({"L1", "L5"})
  void noLogLineHoldsWhatTheUserOrCognitoSent(FakeCognito cognito) {
    Api api = Api.with(cognito);

    api.changePassword(
        Map.of(
            "username", "canary-user",
            "new_password", "canary-new-password",
            "session", "canary-session-0123456789"));
    api.login(Map.of("username", "canary-user", "password", "canary-password"));
    api.post(Route.LOGIN, "{\"username\": canary-in-broken-json");
    api.send(Json.text(Api.event("GET /canary-path", "canary-body")));

    assertThat(api.log()).isNotEmpty().doesNotContain(CANARY);
  }

  @Test
  @Hostile("L1")
  void noTypeOfAnAnswerPrintsItsSecrets() {
    Tokens tokens = new Tokens("canary-token", Duration.ofHours(1), Optional.of("canary-refresh"));
    Challenge challenge =
        new Challenge(
            "SMS_MFA",
            "canary-session",
            "canary-name",
            Map.of("a", "canary-value"),
            Optional.of("canary-secret-code"),
            Optional.empty());
    Reply reply =
        Reply.ok("ok")
            .with("session", "canary-session")
            .withCookies(List.of("accessToken=canary-token"));

    assertThat(
            Stream.of(
                    tokens,
                    challenge,
                    reply,
                    new AuthOutcome.Authenticated(tokens),
                    new AuthOutcome.Challenged(challenge),
                    new AuthOutcome.Refused(
                        ErrorCode.INVALID_PASSWORD, "said to the caller", Optional.empty()),
                    Event.parse("{\"routeKey\":\"POST /login\",\"body\":\"canary-body\"}"))
                .map(Object::toString))
        .noneMatch(text -> text.contains(CANARY));
  }

  @Test
  void everyRequestIsOneLogLineOfJson() {
    Api api = Api.with(FakeCognito.refusing("NotAuthorizedException", "no"));

    api.login();
    api.login(Map.of("username", "line\nbreak", "password", "p"));

    assertThat(api.log().lines()).hasSize(2);
    assertThat(api.log().lines().map(Json::object))
        .allSatisfy(
            line ->
                assertThat(line)
                    .containsEntry("route", "POST /login")
                    .containsEntry("level", "INFO")
                    .containsEntry("requestId", "gateway-request-id")
                    .containsKeys("status", "code", "durationMillis"));
  }

  @ParameterizedTest
  @CsvSource({
    "NotAuthorizedException, INFO",
    "InvalidPasswordException, INFO",
    "TooManyRequestsException, WARN",
    "ForbiddenException, WARN",
    "MFAMethodNotFoundException, WARN",
    "ResourceNotFoundException, ERROR",
    "InternalErrorException, ERROR"
  })
  void outcomesForTheOperatorAreLoggedAboveInfo(String exception, String level) {
    Api api = Api.with(FakeCognito.refusing(exception, "no"));
    api.changePassword();

    assertThat(Json.object(api.log())).containsEntry("level", level);
  }

  @Test
  void firstRequestOfAnInstanceIsItsColdStart() {
    Api api = Api.with(FakeCognito.refusing("NotAuthorizedException", "no"));

    api.login();
    api.login();

    assertThat(api.log().lines().map(line -> Json.object(line).get("coldStart")))
        .containsExactly(true, false);
  }

  @Test
  @Hostile("L7")
  void everyLogLineIsAMetricWithABoundedSetOfDimensions() {
    Api api = Api.with(FakeCognito.refusing("NotAuthorizedException", "no"));

    api.login();

    assertThat(Json.object(api.log()))
        .containsEntry("function", "function")
        .containsEntry("code", "not_authorized")
        .containsEntry("requests", 1.0)
        .extractingByKey("_aws")
        .satisfies(
            metric ->
                assertThat(((Map<?, ?>) metric).get("CloudWatchMetrics"))
                    .isEqualTo(
                        List.of(
                            Map.of(
                                "Namespace",
                                "CognitoFirstLogin",
                                "Dimensions",
                                List.of(
                                    List.of("function", "code"),
                                    List.of("function", "route", "code")),
                                "Metrics",
                                List.of(
                                    Map.of("Name", "requests", "Unit", "Count"),
                                    Map.of("Name", "durationMillis", "Unit", "Milliseconds"))))));
  }
}

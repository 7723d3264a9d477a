package io.github.cognitofirstlogin.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitofirstlogin.auth.text.Json;
import io.github.cognitofirstlogin.leaks.Hostile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code POST /login}. */
class LoginTest {
  @Test
  @Hostile("B13")
  void successSetsTheCookie() {
    FakeCognito cognito = FakeCognito.issuing("token", 3600);

    var answer = Api.with(cognito).login();

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(Map.of("message", "Login successful"));
    assertThat(answer.cookies())
        .containsExactly(
            "accessToken=token; Path=/; Max-Age=3600; Secure; HttpOnly; SameSite=None;"
                + " Domain=.example.com");
    assertThat(cognito.lastLogin().authFlowAsString()).isEqualTo("USER_PASSWORD_AUTH");
    assertThat(cognito.lastLogin().clientId()).isEqualTo(Api.CLIENT_ID);
    assertThat(cognito.lastLogin().authParameters())
        .isEqualTo(Map.of("USERNAME", "shiun", "PASSWORD", "Temp0rary-Passw0rd!"));
  }

  @Test
  void firstLoginAnswersTheOriginalChallengeAndItsPartsReadyToUse() {
    Map<String, String> parameters =
        Map.of(
            "USER_ID_FOR_SRP", "shiun",
            "requiredAttributes", "[\"userAttributes.given_name\",\"userAttributes.custom:team\"]",
            "userAttributes", "{\"email\":\"x@example.com\"}");
    FakeCognito cognito =
        FakeCognito.challenging(
            login ->
                login
                    .challengeName("NEW_PASSWORD_REQUIRED")
                    .session(Api.SESSION)
                    .challengeParameters(parameters),
            answer -> {});

    var answer = Api.with(cognito).login(Map.of("username", "x@example.com", "password", "p"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.cookies()).isEmpty();
    assertThat(answer.body().keySet())
        .startsWith("message", "challengeName", "session", "challengeParameters");
    assertThat(answer.body())
        .containsEntry("message", "New password required")
        .containsEntry("challengeName", "NEW_PASSWORD_REQUIRED")
        .containsEntry("session", Api.SESSION)
        .containsEntry("challengeParameters", parameters)
        .containsEntry("username", "shiun")
        .containsEntry("requiredAttributes", List.of("given_name", "custom:team"))
        .containsEntry("sessionExpiresInSeconds", 900.0);
  }

  /**
   * Whether Cognito ever leaves these parameters out is not known. The page then asks for the
   * attribute that a refusal names.
   */
  @Test
  void requiredAttributesThatCognitoDoesNotListAreEmpty() {
    FakeCognito cognito =
        FakeCognito.challenging(
            login -> login.challengeName("NEW_PASSWORD_REQUIRED").session(Api.SESSION),
            answer -> {});

    var answer = Api.with(cognito).login();

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).containsEntry("requiredAttributes", List.of());
    assertThat(answer.body()).containsEntry("username", "shiun");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "NotAuthorizedException|Incorrect username or password.",
        "NotAuthorizedException|User is disabled.",
        "NotAuthorizedException|Unable to login because of security reasons",
        "UserNotFoundException|User does not exist.",
        "UserNotConfirmedException|User is not confirmed.",
      })
  @Hostile("K116")
  void refusedSignInHidesItsReason(String exception, String message) {
    var answer = Api.with(FakeCognito.refusing(exception, message)).login();

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.body())
        .isEqualTo(
            Map.of(
                "message", "Incorrect username or password.",
                "code", "not_authorized",
                "requestId", "gateway-request-id"));
    assertThat(answer.headers()).containsEntry("www-authenticate", "Cookie realm=\"session\"");
    assertThat(answer.cookies()).isEmpty();
  }

  /**
   * A client with PreventUserExistenceErrors never gets this answer, so somebody has changed the
   * client.
   */
  @Test
  void clientThatRevealsUsersIsLoggedOnceAndHiddenFromTheCaller() {
    Api api = Api.with(FakeCognito.refusing("UserNotFoundException", "User does not exist."));

    for (int i = 0; i < 3; i++) {
      assertThat(api.login().code()).isEqualTo("not_authorized");
    }
    assertThat(api.changePassword().message()).isEqualTo("Incorrect username or password.");

    assertThat(api.log().lines().map(Json::object))
        .hasSize(5)
        .filteredOn(line -> line.containsKey("note"))
        .containsExactly(
            Map.of(
                "level", "ERROR",
                "note", "user_existence_revealed",
                "requestId", "gateway-request-id"));
  }

  @Test
  void refusalForAnotherReasonReportsNothing() {
    Api api = Api.with(FakeCognito.refusing("NotAuthorizedException", "User does not exist."));
    api.login();

    assertThat(api.log()).doesNotContain("note");
  }

  @Test
  void lostAnswerIsAFailureAndNothingMore() {
    var answer = Api.with(FakeCognito.challenging(login -> {}, other -> {})).login();

    assertThat(answer.status()).isEqualTo(502);
    assertThat(answer.code()).isEqualTo("upstream_error");
  }

  @Test
  void otherChallengeIsPassedOnWithoutPersonalParameters() {
    FakeCognito cognito =
        FakeCognito.challenging(
            login ->
                login
                    .challengeName("SMS_MFA")
                    .session(Api.SESSION)
                    .challengeParameters(
                        Map.of(
                            "CODE_DELIVERY_DESTINATION", "+*******1234",
                            "CODE_DELIVERY_DELIVERY_MEDIUM", "SMS",
                            "userAttributes", "{\"phone_number\":\"+4912341234\"}")),
            answer -> {});

    var answer = Api.with(cognito).login();

    assertThat(answer.message()).isEqualTo("Further verification required");
    assertThat(answer.body())
        .containsEntry(
            "challengeParameters",
            Map.of(
                "CODE_DELIVERY_DESTINATION", "+*******1234",
                "CODE_DELIVERY_DELIVERY_MEDIUM", "SMS"))
        .doesNotContainKey("requiredAttributes");
  }
}

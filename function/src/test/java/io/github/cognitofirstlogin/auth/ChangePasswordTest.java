package io.github.cognitofirstlogin.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitofirstlogin.leaks.Hostile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;

/**
 * {@code POST /change-password}: the original contract, and the inputs on which the original
 * crashed.
 */
class ChangePasswordTest {
  private static final String TOKEN = "eyJraWQiOiJ.eyJzdWIiOiI.c2lnbmF0dXJl-_";

  @Test
  @Hostile("C1")
  void successIsTheOriginalReplyWithTheCookieInItsExactForm() {
    var answer = Api.with(FakeCognito.issuing(TOKEN, 3600)).changePassword();

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(Map.of("message", "Password changed successfully"));
    assertThat(answer.cookies())
        .containsExactly(
            "accessToken="
                + TOKEN
                + "; Path=/; Max-Age=3600; Secure; HttpOnly; SameSite=None; Domain=.example.com");
    assertThat(answer.headers().keySet()).doesNotContain("set-cookie", "Set-Cookie");
  }

  @Test
  @Hostile("C2")
  void crossSiteCookieIsPartitionedAndHasNoDomain() {
    var answer = Api.with(FakeCognito.issuing(TOKEN, 60), Api.crossSite()).changePassword();

    assertThat(answer.cookies())
        .containsExactly(
            "accessToken="
                + TOKEN
                + "; Path=/; Max-Age=60; Secure; HttpOnly; SameSite=None; Partitioned");
  }

  @Test
  void cognitoIsAskedExactlyWhatTheCallerMeant() {
    FakeCognito cognito = FakeCognito.issuing(TOKEN, 3600);

    Api.with(cognito).changePassword();

    assertThat(cognito.requests()).hasSize(1);
    assertThat(cognito.lastAnswer().clientId()).isEqualTo(Api.CLIENT_ID);
    assertThat(cognito.lastAnswer().challengeNameAsString()).isEqualTo("NEW_PASSWORD_REQUIRED");
    assertThat(cognito.lastAnswer().session()).isEqualTo(Api.SESSION);
    assertThat(cognito.lastAnswer().challengeResponses())
        .isEqualTo(Map.of("USERNAME", "shiun", "NEW_PASSWORD", "My own Passw0rd!"));
  }

  @Test
  @Hostile("J11")
  void unknownMembersAreNotForwarded() {
    FakeCognito cognito = FakeCognito.issuing(TOKEN, 3600);
    var body = Api.Bodies.changePassword();
    body.put("ClientMetadata", Map.of("admin", "true"));
    body.put("client_id", "another");
    body.put("challenge_name", "CUSTOM_CHALLENGE");
    body.put("__proto__", Map.of("a", 1));

    assertThat(Api.with(cognito).changePassword(body).status()).isEqualTo(200);
    assertThat(cognito.lastAnswer().clientId()).isEqualTo(Api.CLIENT_ID);
    assertThat(cognito.lastAnswer().challengeNameAsString()).isEqualTo("NEW_PASSWORD_REQUIRED");
    assertThat(cognito.lastAnswer().clientMetadata()).isEmpty();
    assertThat(cognito.lastAnswer().challengeResponses()).hasSize(2);
  }

  @Test
  @Hostile("V7")
  void refusalCarriesCognitosMessage() {
    String text = "Password does not conform to policy: Password not long enough";

    var answer = Api.with(FakeCognito.refusing("InvalidPasswordException", text)).changePassword();

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body())
        .isEqualTo(
            Map.of("message", text, "code", "invalid_password", "requestId", "gateway-request-id"));
    assertThat(answer.cookies()).isEmpty();
  }

  @Test
  void furtherChallengeIsAnAnswerAndSetsNoCookie() {
    FakeCognito cognito =
        FakeCognito.challenging(
            login -> {},
            answer ->
                answer
                    .challengeName("SOFTWARE_TOKEN_MFA")
                    .session("the-next-session-of-this-sign-in")
                    .challengeParameters(
                        Map.of(
                            "USER_ID_FOR_SRP", "real-name",
                            "FRIENDLY_DEVICE_NAME", "phone",
                            "userAttributes", "{\"email\":\"x@example.com\"}")));

    var answer = Api.with(cognito).changePassword();

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.message()).isEqualTo("Password changed successfully");
    assertThat(answer.body())
        .containsEntry("challengeName", "SOFTWARE_TOKEN_MFA")
        .containsEntry("session", "the-next-session-of-this-sign-in")
        .containsEntry("username", "real-name")
        .containsEntry(
            "challengeParameters",
            Map.of("USER_ID_FOR_SRP", "real-name", "FRIENDLY_DEVICE_NAME", "phone"));
    assertThat(answer.cookies()).isEmpty();
  }

  @Test
  @Hostile("F13")
  void challengeThisVersionDoesNotKnowPassesByItsName() {
    FakeCognito cognito =
        FakeCognito.challenging(login -> {}, answer -> answer.challengeName("RETINA_SCAN_2031"));

    var answer = Api.with(cognito).changePassword();

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).containsEntry("challengeName", "RETINA_SCAN_2031");
    assertThat(answer.body()).doesNotContainKey("session");
  }

  @Test
  @Hostile("R1")
  void challengeWinsOverTokensThatComeWithIt() {
    var tokens = AuthenticationResultType.builder().accessToken(TOKEN).expiresIn(60).build();
    FakeCognito cognito =
        FakeCognito.challenging(
            login -> {},
            answer ->
                answer
                    .challengeName("EMAIL_OTP")
                    .session(Api.SESSION)
                    .authenticationResult(tokens));

    var answer = Api.with(cognito).changePassword();

    assertThat(answer.body()).containsEntry("challengeName", "EMAIL_OTP");
    assertThat(answer.cookies()).isEmpty();
  }

  @Test
  @Hostile({"F12", "R2"})
  void answerWithNeitherTokensNorChallengeLeavesTheOutcomeOpen() {
    for (FakeCognito cognito :
        List.of(
            FakeCognito.challenging(login -> {}, answer -> {}),
            FakeCognito.challenging(login -> {}, answer -> answer.challengeName("<script>")),
            FakeCognito.issuing(null, 3600),
            FakeCognito.issuing("token; Domain=.evil.example", 3600))) {
      var answer = Api.with(cognito).changePassword();

      assertThat(answer.status()).isEqualTo(502);
      assertThat(answer.code()).isEqualTo("outcome_unknown");
      assertThat(answer.body()).containsEntry("nextStep", "sign_in_with_new_password");
      assertThat(answer.cookies()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({",3600", "0,1", "-1,1", "1,1", "86400,86400", "86401,86400", "1000000000,86400"})
  @Hostile("R2")
  void cookieLivesAsLongAsTheTokenWithinADay(Integer expiresIn, int maxAge) {
    var answer = Api.with(FakeCognito.issuing(TOKEN, expiresIn)).changePassword();

    assertThat(answer.cookies().get(0).toString()).contains("; Max-Age=" + maxAge + ";");
  }

  @ParameterizedTest
  @CsvSource({"4085,true", "4086,false"})
  @Hostile("R4")
  void tokenThatNoBrowserWouldKeepIsNotSetAndReported(int length, boolean fits) {
    var answer = Api.with(FakeCognito.issuing("t".repeat(length), 60)).changePassword();

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.message()).isEqualTo("Password changed successfully");
    assertThat(answer.cookies()).hasSize(fits ? 1 : 0);
    assertThat(answer.code()).isEqualTo(fits ? null : "token_too_large");
    assertThat(answer.body().get("session")).isEqualTo(fits ? null : "not_set");
  }
}

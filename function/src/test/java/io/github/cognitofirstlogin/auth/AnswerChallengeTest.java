package io.github.cognitofirstlogin.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitofirstlogin.auth.contract.Route;
import io.github.cognitofirstlogin.auth.text.Json;
import io.github.cognitofirstlogin.leaks.Hostile;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AssociateSoftwareTokenRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AssociateSoftwareTokenResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InitiateAuthResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RespondToAuthChallengeResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.VerifySoftwareTokenRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.VerifySoftwareTokenResponse;

/** {@code POST /challenge}, and the replies that lead to it. */
class AnswerChallengeTest {
  private static final String VERIFIED = "session-after-the-verification";
  private static final RespondToAuthChallengeResponse SIGNED_IN =
      RespondToAuthChallengeResponse.builder()
          .authenticationResult(
              AuthenticationResultType.builder().accessToken("token").expiresIn(60).build())
          .build();
  private static final InitiateAuthResponse SETUP =
      InitiateAuthResponse.builder()
          .challengeName("MFA_SETUP")
          .session(Api.SESSION)
          .challengeParameters(
              Map.of("MFAS_CAN_SETUP", "[\"SOFTWARE_TOKEN_MFA\"]", "USER_ID_FOR_SRP", "shiun"))
          .build();

  @ParameterizedTest
  @CsvSource({
    "SOFTWARE_TOKEN_MFA,code,123456,SOFTWARE_TOKEN_MFA_CODE",
    "SMS_MFA,code,123456,SMS_MFA_CODE",
    "SMS_OTP,code,12345678,SMS_OTP_CODE",
    "EMAIL_OTP,code,12345678,EMAIL_OTP_CODE",
    "SELECT_MFA_TYPE,answer,EMAIL_OTP,ANSWER"
  })
  void answerCompletesTheSignIn(String challenge, String field, String value, String response) {
    FakeCognito cognito = FakeCognito.answering(SIGNED_IN);

    var answer = answer(cognito, challenge, field, value);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.cookies()).hasSize(1);
    assertThat(cognito.lastAnswer().challengeNameAsString()).isEqualTo(challenge);
    assertThat(cognito.lastAnswer().session()).isEqualTo(Api.SESSION);
    assertThat(cognito.lastAnswer().challengeResponses())
        .isEqualTo(Map.of("USERNAME", "shiun", response, value));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NEW_PASSWORD_REQUIRED",
        "CUSTOM_CHALLENGE",
        "DEVICE_SRP_AUTH",
        "DEVICE_PASSWORD_VERIFIER",
        "PASSWORD_VERIFIER",
        "PASSWORD_SRP",
        "PASSWORD",
        "SELECT_CHALLENGE",
        "WEB_AUTHN",
        "RETINA_SCAN_2031"
      })
  @Hostile("R6")
  void challengeThatCannotBeAnsweredHereIsSaidSo(String challenge) {
    FakeCognito cognito = FakeCognito.answering();
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("username", "shiun");
    body.put("challengeName", challenge);
    body.put("session", Api.SESSION);
    Api api = Api.with(cognito);

    var answer = api.post(Route.CHALLENGE, Json.text(body));

    assertThat(api.log()).contains("\"level\":\"WARN\"");
    assertThat(answer.status()).isEqualTo(501);
    assertThat(answer.code()).isEqualTo("challenge_unsupported");
    assertThat(cognito.requests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sms_mfa", "SMS-MFA", "SMS MFA", "<script>"})
  void challengeNameOfAnotherFormIsRefused(String challenge) {
    var answer = answer(FakeCognito.answering(), challenge, "code", "123456");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("invalid_parameter");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "12345",
        "1234567",
        "12345a",
        "abcdef",
        " 123456",
        "123456 ",
        "12 456",
        "\uff11\uff12\uff13\uff14\uff15\uff16",
        "\u0661\u0662\u0663\u0664\u0665\u0666"
      })
  @Hostile("V22")
  void authenticatorCodeIsSixDigits(String code) {
    for (String challenge : new String[] {"SOFTWARE_TOKEN_MFA", "MFA_SETUP"}) {
      FakeCognito cognito = FakeCognito.answering();

      var answer = answer(cognito, challenge, "code", code);

      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.code()).isEqualTo("code_invalid");
      assertThat(cognito.requests()).isEmpty();
    }
  }

  @Test
  void deliveredCodeThatCognitosModelAllowsReachesCognito() {
    for (String code : new String[] {"1", "123456", "12a456", "AB-cd", "1".repeat(2048)}) {
      FakeCognito cognito = FakeCognito.answering(SIGNED_IN);

      assertThat(answer(cognito, "SMS_MFA", "code", code).status()).isEqualTo(200);
      assertThat(cognito.lastAnswer().challengeResponses()).containsEntry("SMS_MFA_CODE", code);
    }
  }

  @Test
  void deliveredCodeThatCognitosModelRefusesDoesNotReachCognito() {
    for (String code : new String[] {"12 456", "123456\n", "1".repeat(2049)}) {
      FakeCognito cognito = FakeCognito.answering();

      assertThat(answer(cognito, "SMS_MFA", "code", code).code()).isEqualTo("code_invalid");
      assertThat(cognito.requests()).isEmpty();
    }
  }

  @Test
  void setupCarriesWhatAnAuthenticatorAppNeeds() {
    FakeCognito cognito =
        FakeCognito.answering(
            SETUP,
            AssociateSoftwareTokenResponse.builder()
                .secretCode("JBSWY3DPEHPK3PXP")
                .session("session-after-the-association")
                .build());

    var answer = Api.with(cognito).login();

    assertThat(((AssociateSoftwareTokenRequest) cognito.requests().get(1)).session())
        .isEqualTo(Api.SESSION);
    assertThat(answer.body())
        .containsEntry("challengeName", "MFA_SETUP")
        .containsEntry("session", "session-after-the-association")
        .containsEntry("secretCode", "JBSWY3DPEHPK3PXP")
        .containsEntry(
            "otpauthUri",
            "otpauth://totp/Example%20Ltd:shiun?secret=JBSWY3DPEHPK3PXP&issuer=Example%20Ltd"
                + "&algorithm=SHA1&digits=6&period=30");
    assertThat(answer.cookies()).isEmpty();
  }

  @Test
  void setupThatCannotBeStartedStillTellsThatThePasswordChanged() {
    FakeCognito cognito =
        FakeCognito.answering(
            RespondToAuthChallengeResponse.builder()
                .challengeName("MFA_SETUP")
                .session(Api.SESSION)
                .challengeParameters(Map.of("MFAS_CAN_SETUP", "[\"SOFTWARE_TOKEN_MFA\"]"))
                .build(),
            FakeCognito.error(500, "InternalErrorException", "no"));

    Api api = Api.with(cognito);
    var answer = api.changePassword();

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.message()).isEqualTo("Password changed successfully");
    assertThat(answer.body())
        .containsEntry("challengeName", "MFA_SETUP")
        .doesNotContainKeys("secretCode", "code");
    assertThat(api.log()).contains("\"code\":\"upstream_error\"").contains("\"level\":\"WARN\"");
  }

  /** Values that cannot be an authenticator app's secret, or a session of Cognito. */
  static Stream<AssociateSoftwareTokenResponse> brokenSetups() {
    var whole = AssociateSoftwareTokenResponse.builder().secretCode("JBSWY3DPEHPK3PXP").build();
    return Stream.of(
        whole.toBuilder().secretCode(null).build(),
        whole.toBuilder().secretCode("").build(),
        whole.toBuilder().secretCode("JBSWY3DP").build(),
        whole.toBuilder().secretCode("not Base32, not Base32").build(),
        whole.toBuilder().secretCode("JBSWY3DPEHPK3PX1").build(),
        whole.toBuilder().session("").build(),
        whole.toBuilder().session("x").build(),
        whole.toBuilder().session("a session\nof two lines").build());
  }

  @ParameterizedTest
  @MethodSource("brokenSetups")
  @Hostile("R10")
  void setupWithoutAUsableSecretOrSessionIsReportedAsNotStarted(
      AssociateSoftwareTokenResponse broken) {
    Api api = Api.with(FakeCognito.answering(SETUP, broken));
    var answer = api.login();

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body())
        .containsEntry("session", Api.SESSION)
        .doesNotContainKeys("secretCode", "otpauthUri");
    assertThat(api.log()).contains("\"code\":\"upstream_error\"");
  }

  @Test
  @Hostile("R10")
  void proofThatIsNotConfirmedInCognitosFormLeavesTheOutcomeOpen() {
    var proved = VerifySoftwareTokenResponse.builder().status("SUCCESS").session(VERIFIED).build();
    for (var broken :
        new VerifySoftwareTokenResponse[] {
          proved.toBuilder().status((String) null).build(),
          proved.toBuilder().status("MAYBE").build(),
          proved.toBuilder().session(null).build(),
          proved.toBuilder().session("x").build(),
        }) {
      FakeCognito cognito = FakeCognito.answering(broken);
      var answer = answer(cognito, "MFA_SETUP", "code", "123456");

      assertThat(answer.status()).isEqualTo(502);
      assertThat(answer.code()).isEqualTo("outcome_unknown");
      assertThat(cognito.requests()).hasSize(1);
    }
  }

  @Test
  void setupIsStartedOnceMoreWhereAnotherRequestGotInBetween() {
    FakeCognito cognito =
        FakeCognito.answering(
            SETUP,
            FakeCognito.refusal("ConcurrentModificationException", "no"),
            AssociateSoftwareTokenResponse.builder().secretCode("JBSWY3DPEHPK3PXP").build());

    var answer = Api.with(cognito).login();

    assertThat(answer.body())
        .containsEntry("secretCode", "JBSWY3DPEHPK3PXP")
        .containsEntry("session", Api.SESSION);
  }

  @ParameterizedTest
  @CsvSource({"TooManyRequestsException,400", "InternalErrorException,500"})
  void setupThatWasProvedIsNeverCalledUnchanged(String exception, int status) {
    FakeCognito cognito =
        FakeCognito.answering(
            VerifySoftwareTokenResponse.builder().status("SUCCESS").session(VERIFIED).build(),
            FakeCognito.error(status, exception, "no"));

    var answer = answer(cognito, "MFA_SETUP", "code", "123456");

    assertThat(answer.code()).isEqualTo("outcome_unknown");
    assertThat(answer.body())
        .containsEntry("nextStep", "sign_in")
        .doesNotContainKey("retryAfterSeconds");
  }

  @Test
  void challengeParameterWithoutAValueIsLeftOut() {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("FRIENDLY_DEVICE_NAME", null);
    parameters.put("USERNAME", null);
    FakeCognito cognito =
        FakeCognito.challenging(
            login ->
                login
                    .challengeName("SOFTWARE_TOKEN_MFA")
                    .session(Api.SESSION)
                    .challengeParameters(parameters),
            answer -> {});

    var answer = Api.with(cognito).login();

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body())
        .containsEntry("username", "shiun")
        .containsEntry("challengeParameters", Map.of());
  }

  @Test
  void setupWithoutAuthenticatorAppsIsPassedOnAsItIs() {
    FakeCognito cognito =
        FakeCognito.answering(
            SETUP.toBuilder()
                .challengeParameters(Map.of("MFAS_CAN_SETUP", "[\"SMS_MFA\"]"))
                .build());

    var answer = Api.with(cognito).login();

    assertThat(cognito.requests()).hasSize(1);
    assertThat(answer.body())
        .containsEntry("challengeParameters", Map.of("MFAS_CAN_SETUP", "[\"SMS_MFA\"]"));
  }

  @Test
  void setupIsProvedAndThenTheSignInGoesOn() {
    FakeCognito cognito =
        FakeCognito.answering(
            VerifySoftwareTokenResponse.builder().status("SUCCESS").session(VERIFIED).build(),
            SIGNED_IN);

    var answer = answer(cognito, "MFA_SETUP", "code", "123456");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.cookies()).hasSize(1);
    VerifySoftwareTokenRequest verify = (VerifySoftwareTokenRequest) cognito.requests().get(0);
    assertThat(verify.session()).isEqualTo(Api.SESSION);
    assertThat(verify.userCode()).isEqualTo("123456");
    assertThat(cognito.lastAnswer().challengeNameAsString()).isEqualTo("MFA_SETUP");
    assertThat(cognito.lastAnswer().session()).isEqualTo(VERIFIED);
    assertThat(cognito.lastAnswer().challengeResponses()).isEqualTo(Map.of("USERNAME", "shiun"));
  }

  @Test
  void wrongCodeAtSetupIsAMismatchInEachOfCognitosForms() {
    for (Object wrong :
        new Object[] {
          VerifySoftwareTokenResponse.builder().status("ERROR").build(),
          FakeCognito.refusal("EnableSoftwareTokenMFAException", "Code mismatch"),
        }) {
      var answer = answer(FakeCognito.answering(wrong), "MFA_SETUP", "code", "123456");

      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.code()).isEqualTo("code_mismatch");
    }
  }

  @Test
  void lostAnswerSendsTheUserBackToTheSignIn() {
    var answer =
        answer(
            FakeCognito.answering(FakeCognito.error(500, "InternalErrorException", "no")),
            "SMS_MFA",
            "code",
            "123456");

    assertThat(answer.status()).isEqualTo(502);
    assertThat(answer.code()).isEqualTo("outcome_unknown");
    assertThat(answer.body()).containsEntry("nextStep", "sign_in");
    assertThat(answer.message()).isEqualTo("We could not confirm the sign-in. Sign in again.");
  }

  private static Api.Answer answer(
      FakeCognito cognito, String challenge, String field, String value) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("username", "shiun");
    body.put("challengeName", challenge);
    body.put("session", Api.SESSION);
    body.put(field, value);
    return Api.with(cognito).post(Route.CHALLENGE, Json.text(body));
  }
}

package io.github.cognitofirstlogin.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitofirstlogin.auth.contract.Route;
import io.github.cognitofirstlogin.auth.text.Json;
import io.github.cognitofirstlogin.leaks.Hostile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ChallengeNameType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RespondToAuthChallengeResponse;

/** Unexpected answers of Cognito: valid ones, and ones that break its own contract. */
class OddAnswersTest {
  private static final String SESSION = Api.SESSION;

  private static final Map<String, String> PERSONAL =
      Map.of(
          "USER_ID_FOR_SRP", "shiun",
          "CODE_DELIVERY_DESTINATION", "+*******1234",
          "userAttributes", "{\"email\":\"x@example.com\"}",
          "SALT", "a1b2",
          "internal", "for nobody");

  static Set<ChallengeNameType> challenges() {
    return ChallengeNameType.knownValues();
  }

  @ParameterizedTest
  @MethodSource("challenges")
  @Hostile("R6")
  void challengeAfterThePasswordHasNoPersonalParameters(ChallengeNameType challenge) {
    FakeCognito cognito =
        FakeCognito.challenging(
            login -> {},
            answer ->
                answer.challengeName(challenge).session(Api.SESSION).challengeParameters(PERSONAL));

    var answer = Api.with(cognito).changePassword();

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body())
        .containsEntry("message", "Password changed successfully")
        .containsEntry("challengeName", challenge.toString())
        .containsEntry("session", Api.SESSION);
    assertThat(answer.cookies()).isEmpty();
    assertThat(answer.body().toString()).doesNotContain("for nobody", "a1b2");
    if (challenge != ChallengeNameType.NEW_PASSWORD_REQUIRED) {
      assertThat(answer.body().toString()).doesNotContain("x@example.com");
    }
  }

  @Test
  @Hostile({"R8", "R9"})
  void newDeviceIsIgnoredAndAnIdTokenNotMissed() {
    Api api =
        Api.with(
            FakeCognito.answering(
                RespondToAuthChallengeResponse.builder()
                    .authenticationResult(
                        result ->
                            result
                                .accessToken("token")
                                .expiresIn(60)
                                .newDeviceMetadata(
                                    device -> device.deviceKey("device-key").deviceGroupKey("g")))
                    .build()));

    var answer = api.changePassword();

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(Map.of("message", "Password changed successfully"));
    assertThat(answer.cookies()).hasSize(1);
    assertThat(api.log()).doesNotContain("device-key");
  }

  /** A challenge's name, session and parameters, one of which is unusable. */
  static Stream<Arguments> brokenChallenges() {
    List<Arguments> broken = new ArrayList<>();
    for (String answeredHere :
        List.of(
            "NEW_PASSWORD_REQUIRED",
            "SMS_MFA",
            "SMS_OTP",
            "EMAIL_OTP",
            "SOFTWARE_TOKEN_MFA",
            "SELECT_MFA_TYPE",
            "MFA_SETUP")) {
      broken.add(Arguments.of(answeredHere, null, Map.of()));
    }
    for (String name : List.of("NEW_PASSWORD_REQUIRED", "EMAIL_OTP", "RETINA_SCAN_2031")) {
      for (String session :
          List.of("", "x", "s".repeat(19), " ".repeat(20), "s".repeat(8193), SESSION + "\u0000")) {
        broken.add(Arguments.of(name, session, Map.of()));
      }
      for (String username : List.of("", " ", "u".repeat(129), "two\nlines")) {
        broken.add(Arguments.of(name, SESSION, Map.of("USER_ID_FOR_SRP", username)));
      }
    }
    List<String> noArrays =
        List.of(
            "",
            "not JSON",
            "{}",
            "{\"a\":1}",
            "5",
            "null",
            "\"a\"",
            "[1]",
            "[1,2]",
            "[null]",
            "[\"a\",[]]",
            "[\"a\"",
            "[\"a\"] x",
            "[][]",
            "[\"a\" \"b\"]");
    for (String noArray : noArrays) {
      broken.add(
          Arguments.of("NEW_PASSWORD_REQUIRED", SESSION, Map.of("requiredAttributes", noArray)));
      broken.add(Arguments.of("SELECT_MFA_TYPE", SESSION, Map.of("MFAS_CAN_CHOOSE", noArray)));
      broken.add(Arguments.of("MFA_SETUP", SESSION, Map.of("MFAS_CAN_SETUP", noArray)));
    }
    for (String noObject : List.of("", "not JSON", "[]", "5", "null", "{\"a\":", "{} x")) {
      broken.add(
          Arguments.of("NEW_PASSWORD_REQUIRED", SESSION, Map.of("userAttributes", noObject)));
    }
    return broken.stream();
  }

  @ParameterizedTest
  @MethodSource("brokenChallenges")
  @Hostile("R10")
  void challengeThatBreaksCognitosContractIsAFaultOfCognitosAndNoAnswer(
      String name, String session, Map<String, String> parameters) {
    FakeCognito cognito =
        FakeCognito.challenging(
            login -> login.challengeName(name).session(session).challengeParameters(parameters),
            answer -> answer.challengeName(name).session(session).challengeParameters(parameters));

    var login = Api.with(cognito).login();
    assertThat(login.status()).isEqualTo(502);
    assertThat(login.code()).isEqualTo("upstream_error");
    var change = Api.with(cognito).changePassword();
    assertThat(change.status()).isEqualTo(502);
    assertThat(change.code()).isEqualTo("outcome_unknown");
    assertThat(change.cookies()).isEmpty();
    var challenge =
        Api.with(cognito).post(Route.CHALLENGE, Json.text(Api.Bodies.of(Route.CHALLENGE)));
    assertThat(challenge.status()).isEqualTo(502);
    assertThat(challenge.code()).isEqualTo("outcome_unknown");
  }

  /** Cognito sends some of these without a session, and future challenges are unknown. */
  @ParameterizedTest
  @MethodSource("challenges")
  @Hostile("F13")
  void challengeThatIsNotAnsweredHereNeedsNoSession(ChallengeNameType challenge) {
    FakeCognito cognito =
        FakeCognito.challenging(login -> login.challengeName(challenge), answer -> {});

    boolean answeredHere =
        brokenChallenges()
            .map(Arguments::get)
            .anyMatch(broken -> broken[0].equals(challenge.toString()) && broken[1] == null);
    assertThat(Api.with(cognito).login().status()).isEqualTo(answeredHere ? 502 : 200);
  }
}

package io.github.cognitofirstlogin.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitofirstlogin.oracle.Hostile;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ChallengeNameType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RespondToAuthChallengeResponse;

/** Answers of Cognito's that are good and not what anybody expects. */
class OddAnswersTest {
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
  void challengeAfterThePasswordPassesWithoutWhatIsPersonal(ChallengeNameType challenge) {
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
}

package io.github.cognitofirstlogin.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.RequestOverrideConfiguration;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CognitoIdentityProviderRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InitiateAuthResponse;

/** The time limit of Cognito's calls, within which the caller gets a reply. */
class TimeLeftTest {
  @Test
  void callMayTakeWhatLambdaLeavesAndEightSecondsAtTheMost() {
    FakeCognito cognito = FakeCognito.issuing("token", 3600);
    Api api = Api.with(cognito);

    api.endingIn(60_000).login();
    assertThat(timeout(cognito.lastLogin())).isEqualTo(Duration.ofSeconds(8));
    api.endingIn(5_000).login();
    // Half a second is reserved for the reply itself.
    assertThat(timeout(cognito.lastLogin())).isLessThanOrEqualTo(Duration.ofMillis(4_500));
  }

  /** The caller gets a reply within ten seconds, even if Lambda gives more time. */
  @Test
  void secondCallOfARequestMayTakeWhatTheFirstHasLeft() {
    FakeCognito cognito =
        FakeCognito.answering(
            FakeCognito.refusal("NotAuthorizedException", "Invalid session for the user."),
            InitiateAuthResponse.builder().build());
    cognito.takes(Duration.ofMillis(1_100));
    var body = Api.Bodies.changePassword();
    body.put("temporary_password", "Temp0rary!pass");

    Api.with(cognito).endingIn(60_000).changePassword(body);

    assertThat(cognito.requests()).hasSize(2);
    assertThat(timeout(cognito.lastLogin())).isLessThan(Duration.ofSeconds(8));
  }

  private static Duration timeout(CognitoIdentityProviderRequest request) {
    return request
        .overrideConfiguration()
        .flatMap(RequestOverrideConfiguration::apiCallTimeout)
        .orElseThrow();
  }
}

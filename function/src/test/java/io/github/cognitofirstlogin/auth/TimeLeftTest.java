package io.github.cognitofirstlogin.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.RequestOverrideConfiguration;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CognitoIdentityProviderRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InitiateAuthResponse;

/** How long Cognito may take, so that the caller is answered in time. */
class TimeLeftTest {
  @Test
  void callMayTakeWhatLambdaLeavesAndEightSecondsAtTheMost() {
    FakeCognito cognito = FakeCognito.issuing("token", 3600);
    Api api = Api.with(cognito);

    api.endingIn(60_000).login();
    assertThat(timeout(cognito.lastLogin())).isEqualTo(Duration.ofSeconds(8));
    api.endingIn(1_500).login();
    // What is kept back for the reply itself is half a second.
    assertThat(timeout(cognito.lastLogin())).isLessThanOrEqualTo(Duration.ofSeconds(1));
  }

  /** However much time Lambda would give: the caller is answered within ten seconds. */
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

package io.github.cognitofirstlogin.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cognitofirstlogin.leaks.CalledHosts;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;

class NoClearTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://cognito.invalid",
        "http://127.0.0.1.invalid:9229",
        "http://pool.localhost:9229",
        "http://[::2]:9229"
      })
  void endpointInClearTextOnAnotherMachineIsRefused(String endpoint) {
    assertThatThrownBy(() -> ask(endpoint))
        .isInstanceOf(CannotStart.class)
        .hasMessageStartingWith("The endpoint of Cognito must be https");
  }

  /** Nothing listens on port 1. */
  @ParameterizedTest
  @ValueSource(strings = {"http://localhost:1", "http://127.0.0.1:1", "http://[::1]:1"})
  void endpointInClearTextOnThisMachineIsAsked(String endpoint) {
    assertThatThrownBy(() -> ask(endpoint))
        .satisfies(failure -> assertThat(failure).isNotInstanceOf(CannotStart.class));
  }

  /** The function cannot see this rule, and the admin tools cannot see the function's. */
  @Test
  void sameHostsCountAsThisMachineAsInTheFunction() {
    assertThat(CalledHosts.THIS_MACHINE).allMatch(NoClearText::isThisMachine);
    assertThat(CalledHosts.OTHERS).noneMatch(NoClearText::isThisMachine);
  }

  private static void ask(String endpoint) {
    var credentials = AwsBasicCredentials.create("local", "local");
    try (var client =
        CognitoClient.builder(Region.US_EAST_1, StaticCredentialsProvider.create(credentials), 1)
            .endpointOverride(URI.create(endpoint))
            .build()) {
      client.describeUserPool(request -> request.userPoolId("us-east-1_AbCdEfGhI"));
    }
  }
}

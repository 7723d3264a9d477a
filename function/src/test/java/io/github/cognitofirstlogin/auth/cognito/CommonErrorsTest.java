package io.github.cognitofirstlogin.auth.cognito;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitofirstlogin.auth.Api;
import io.github.cognitofirstlogin.auth.FakeCognito;
import io.github.cognitofirstlogin.auth.contract.Route;
import io.github.cognitofirstlogin.auth.text.Json;
import io.github.cognitofirstlogin.leaks.Hostile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.awscore.internal.AwsErrorCode;

/** The errors that any AWS service may answer, beyond an operation's model. */
class CommonErrorsTest {
  /** Type; status and code of a change, then of a sign-in. */
  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/common-errors.csv", delimiter = '|', numLinesToSkip = 1)
  @Hostile("K121")
  void commonErrorHasTheReplyOfTheTable(
      String type, int changeStatus, String changeCode, int loginStatus, String loginCode) {
    Api api = Api.with(FakeCognito.refusing(type, "raw text of " + type));

    var change = api.changePassword();
    assertThat(change.status()).isEqualTo(changeStatus);
    assertThat(change.code()).isEqualTo(changeCode);
    var confirmed =
        api.post(
            Route.CONFIRM_FORGOT_PASSWORD, Json.text(Api.Bodies.of(Route.CONFIRM_FORGOT_PASSWORD)));
    assertThat(confirmed.code()).isEqualTo(changeCode);
    var login = api.login();
    assertThat(login.status()).isEqualTo(loginStatus);
    assertThat(login.code()).isEqualTo(loginCode);
    assertThat(change.body() + "" + login.body() + confirmed.body() + api.log())
        .doesNotContain("raw text");
  }

  @Test
  void everyCommonErrorIsInThatTable() throws IOException {
    try (var table = getClass().getResourceAsStream("/common-errors.csv")) {
      assertThat(new String(table.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1))
          .map(row -> row.substring(0, row.indexOf('|')))
          .doesNotHaveDuplicates()
          .containsExactlyInAnyOrderElementsOf(
              CommonErrors.TABLE.stream().map(RefusalRow::exception).collect(Collectors.toSet()));
    }
  }

  static Set<String> throttling() {
    return AwsErrorCode.THROTTLING_ERROR_CODES;
  }

  @ParameterizedTest
  @MethodSource("throttling")
  void everythingThatTheSdkCallsThrottlingIsTooManyRequests(String type) {
    assertThat(RefusalRow.isThrottling(type)).isTrue();
    for (Operation operation : Operation.values()) {
      assertThat(RefusalRow.of(operation, type, "").orElseThrow().code().status()).isEqualTo(429);
    }
  }

  static Stream<String> others() {
    return Stream.of(
            AwsErrorCode.DEFINITE_CLOCK_SKEW_ERROR_CODES,
            AwsErrorCode.POSSIBLE_CLOCK_SKEW_ERROR_CODES,
            AwsErrorCode.RETRYABLE_ERROR_CODES)
        .flatMap(Set::stream)
        // An error of Route 53 only.
        .filter(type -> !type.equals("PriorRequestNotComplete"));
  }

  @ParameterizedTest
  @MethodSource("others")
  void everyOtherErrorThatTheSdkKnowsByNameHasARow(String type) {
    assertThat(RefusalRow.of(Operation.INITIATE_AUTH, type, "")).isPresent();
  }
}

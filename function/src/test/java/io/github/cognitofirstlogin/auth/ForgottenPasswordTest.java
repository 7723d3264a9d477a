package io.github.cognitofirstlogin.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitofirstlogin.auth.contract.Route;
import io.github.cognitofirstlogin.auth.text.Json;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ConfirmForgotPasswordRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ConfirmForgotPasswordResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ForgotPasswordRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ForgotPasswordResponse;

/** {@code POST /forgot-password} and {@code POST /confirm-forgot-password}. */
class ForgottenPasswordTest {
  private static final ForgotPasswordResponse SENT =
      ForgotPasswordResponse.builder()
          .codeDeliveryDetails(details -> details.destination("x***@e***"))
          .build();

  @Test
  void codeIsRequestedForTheNameThatWasGiven() {
    FakeCognito cognito = FakeCognito.answering(SENT);

    var answer = forgot(Api.with(cognito));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body())
        .isEqualTo(Map.of("message", "If the account exists, a code was sent."));
    ForgotPasswordRequest request = (ForgotPasswordRequest) cognito.requests().get(0);
    assertThat(request.username()).isEqualTo("shiun");
    assertThat(request.clientId()).isEqualTo(Api.CLIENT_ID);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "NotAuthorizedException|User password cannot be reset in the current state."
            + "|reset_before_first_login",
        "NotAuthorizedException|User is disabled.|reset_unavailable",
        "UserNotFoundException|Username/client id combination not found.|reset_unavailable",
        "UserNotConfirmedException|User is not confirmed.|reset_unavailable",
        "CodeDeliveryFailureException|Could not deliver.|reset_unavailable",
        "UserLambdaValidationException|CustomMessage failed with error x.|reset_unavailable",
        "UnexpectedLambdaException|CustomMessage failed with error x.|reset_unavailable",
        "InvalidLambdaResponseException|Unrecognizable lambda output|reset_unavailable",
        "InvalidParameterException|Cannot reset password for the user as there is no"
            + " registered/verified email or phone_number|reset_unavailable",
      })
  void sameBytesWhetherOrNotACodeWasSentAndTheReasonInTheLog(
      String exception, String message, String code) {
    Api sent = Api.with(FakeCognito.answering(SENT));
    Api refused = Api.with(FakeCognito.answering(FakeCognito.refusal(exception, message)));

    assertThat(forgot(refused)).isEqualTo(forgot(sent));
    assertThat(refused.log()).contains("\"code\":\"" + code + "\"");
    assertThat(sent.log()).contains("\"code\":\"ok\"");
  }

  @Test
  void replyTellsFaultsThatAreNotTheUsers() {
    var limited =
        forgot(
            Api.with(
                FakeCognito.answering(
                    FakeCognito.refusal("LimitExceededException", "Attempt limit exceeded"))));
    assertThat(limited.status()).isEqualTo(429);
    assertThat(limited.code()).isEqualTo("attempt_limit");
    assertThat(limited.headers()).containsEntry("retry-after", "900");

    var down =
        forgot(
            Api.with(
                FakeCognito.answering(FakeCognito.error(500, "InternalErrorException", "no"))));
    assertThat(down.status()).isEqualTo(502);
    assertThat(down.code()).isEqualTo("upstream_error");
  }

  @Test
  void codeAndNewPasswordReachCognito() {
    FakeCognito cognito = FakeCognito.answering(ConfirmForgotPasswordResponse.builder().build());

    var answer = confirm(cognito);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(Map.of("message", "Password changed successfully"));
    assertThat(answer.cookies()).isEmpty();
    ConfirmForgotPasswordRequest request = (ConfirmForgotPasswordRequest) cognito.requests().get(0);
    assertThat(request.username()).isEqualTo("shiun");
    assertThat(request.confirmationCode()).isEqualTo("123456");
    assertThat(request.password()).isEqualTo("My own  Passw0rd!");
    assertThat(request.clientId()).isEqualTo(Api.CLIENT_ID);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "UserNotFoundException|Username/client id combination not found.",
        "NotAuthorizedException|User is disabled.",
        "UserNotConfirmedException|User is not confirmed.",
        "InvalidParameterException|Cannot reset password, no registered/verified email",
      })
  void unknownUserGetsTheReplyForAWrongCode(String exception, String message) {
    var wrongCode =
        FakeCognito.refusal(
            "CodeMismatchException", "Invalid verification code provided, please try again.");

    var expected = confirm(FakeCognito.answering(wrongCode));
    assertThat(expected.status()).isEqualTo(400);
    assertThat(expected.code()).isEqualTo("code_mismatch");
    assertThat(confirm(FakeCognito.answering(FakeCognito.refusal(exception, message))))
        .isEqualTo(expected);
  }

  @Test
  void lostConfirmationLeavesTheOutcomeOpen() {
    var answer =
        confirm(FakeCognito.answering(FakeCognito.error(500, "InternalErrorException", "no")));

    assertThat(answer.code()).isEqualTo("outcome_unknown");
    assertThat(answer.message().toString()).endsWith("ask for another code.");
    assertThat(answer.body()).containsEntry("nextStep", "sign_in_with_new_password");
  }

  @Test
  void policyIsTheDeployedOneAndMayBeCached() {
    var answer = Api.with(FakeCognito.answering()).get(Route.PASSWORD_POLICY);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body())
        .isEqualTo(
            Map.of("message", "Password policy", "minimumLength", 12.0, "requireSymbols", true));
    assertThat(answer.headers()).containsEntry("cache-control", "public, max-age=300");
  }

  private static Api.Answer forgot(Api api) {
    return api.post(Route.FORGOT_PASSWORD, Json.text(Map.of("username", "shiun")));
  }

  private static Api.Answer confirm(FakeCognito cognito) {
    return Api.with(cognito)
        .post(
            Route.CONFIRM_FORGOT_PASSWORD,
            Json.text(
                Map.of(
                    "username", "shiun",
                    "code", "123456",
                    "new_password", "My own  Passw0rd!")));
  }
}

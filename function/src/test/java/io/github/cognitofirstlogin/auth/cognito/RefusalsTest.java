package io.github.cognitofirstlogin.auth.cognito;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitofirstlogin.auth.Api;
import io.github.cognitofirstlogin.auth.FakeCognito;
import io.github.cognitofirstlogin.auth.contract.Route;
import io.github.cognitofirstlogin.auth.text.Json;
import io.github.cognitofirstlogin.leaks.Hostile;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.SdkClientException;

/** Each error of Cognito, and the reply for the caller. */
class RefusalsTest {
  @ParameterizedTest
  @MethodSource("modelledExceptions")
  @Hostile("K1-K94")
  void everyExceptionOfTheSdksModelHasARow(String exception) {
    for (Operation operation : Operation.values()) {
      assertThat(RefusalRow.of(operation, exception, "any message")).isPresent();
    }
  }

  static Set<String> modelledExceptions() {
    return Arrays.stream(Operation.values())
        .flatMap(operation -> ServiceModels.exceptions(operation).stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void theModelIsReallyWalked() {
    assertThat(modelledExceptions())
        .hasSizeGreaterThan(20)
        .contains(
            "NotAuthorizedException",
            "EnableSoftwareTokenMfaException",
            "InvalidPasswordException",
            "InternalErrorException");
  }

  /** Exception, message, then status, code and message on each of the two routes. */
  @ParameterizedTest
  @CsvFileSource(resources = "/refusals.csv", delimiter = '|', numLinesToSkip = 1)
  @Hostile({"K95-K112", "K119"})
  void refusalHasTheReplyOfTheTable(
      String exception,
      String message,
      int changeStatus,
      String changeCode,
      String changeText,
      int loginStatus,
      String loginCode,
      String loginText) {
    Api api = Api.with(FakeCognito.refusing(exception, message));

    var change = api.changePassword();
    assertThat(change.status()).isEqualTo(changeStatus);
    assertThat(change.code()).isEqualTo(changeCode);
    assertThat(change.message()).isEqualTo(changeText);
    var login = api.login();
    assertThat(login.status()).isEqualTo(loginStatus);
    assertThat(login.code()).isEqualTo(loginCode);
    assertThat(login.message()).isEqualTo(loginText);
    assertThat(api.log()).doesNotContain(message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "see arn:aws:lambda:eu-central-1:1:function:x",
        "account 123456789012 failed",
        "pool eu-central-1_AbCdEf123 is broken",
        "client 2example3client4id5abcdefg is broken",
        "look at https://internal.example.com",
        "host 10.0.0.1 refused",
        "java.lang.Error at com.amazonaws.Service",
        "two\nlines",
        "separator\u2028here",
        "your password My own Passw0rd! is bad",
        "your session " + Api.SESSION + " is bad",
      })
  @Hostile("K115")
  void internalTextIsReplacedByAFixedOne(String message) {
    var answer =
        Api.with(FakeCognito.refusing("InvalidPasswordException", message)).changePassword();

    assertThat(answer.message()).isEqualTo("The password does not meet the password policy.");
  }

  @Test
  @Hostile("K115")
  void emptyOrLongTextIsReplacedByAFixedOne() {
    for (String message : new String[] {null, "long ".repeat(100)}) {
      var answer =
          Api.with(FakeCognito.refusing("InvalidPasswordException", message)).changePassword();
      assertThat(answer.message()).isEqualTo("The password does not meet the password policy.");
    }
  }

  /** A route, its challenge if it answers one, and the field whose value the text repeats. */
  @ParameterizedTest
  @CsvSource({
    "LOGIN, , password",
    "CHANGE_PASSWORD, , new_password",
    "CHANGE_PASSWORD, , session",
    "CHALLENGE, SOFTWARE_TOKEN_MFA, code",
    "CHALLENGE, SOFTWARE_TOKEN_MFA, session",
    "CHALLENGE, MFA_SETUP, code",
    "CHALLENGE, MFA_SETUP, session",
    "CONFIRM_FORGOT_PASSWORD, , code",
    "CONFIRM_FORGOT_PASSWORD, , new_password"
  })
  @Hostile("K115")
  void refusalRepeatsNoSecretOfItsRequest(Route route, String challenge, String field) {
    Map<String, Object> body = Api.Bodies.of(route);
    if (challenge != null) {
      body.put("challengeName", challenge);
    }
    // Made of plain words, so that only the rule about secrets withholds it.
    body.computeIfPresent("session", (name, session) -> "a session of plain words");

    String exception =
        route == Route.CONFIRM_FORGOT_PASSWORD
            ? "InvalidPasswordException"
            : "InvalidParameterException";
    var answer =
        Api.with(FakeCognito.refusing(exception, "Bad: " + body.get(field)))
            .post(route, Json.text(body));

    assertThat(answer.message())
        .isIn(
            "A value in the request is not valid.",
            "The password does not meet the password policy.");
  }

  /**
   * Cognito's text about the member of the request to it, and the caller's text about the caller's
   * own member.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CONFIRM_FORGOT_PASSWORD|password|invalid_password"
            + "|The password does not meet the password policy.",
        "CHANGE_PASSWORD|challengeResponses.NEW_PASSWORD.member|invalid_password"
            + "|The password does not meet the password policy.",
        "CONFIRM_FORGOT_PASSWORD|confirmationCode|code_invalid|The code is not valid.",
        "CHALLENGE|challengeResponses.SMS_MFA_CODE.member|code_invalid|The code is not valid.",
        "CHALLENGE|userCode|code_invalid|The code is not valid.",
        "CONFIRM_FORGOT_PASSWORD|username|invalid_parameter|username is not valid",
        "FORGOT_PASSWORD|username|invalid_parameter|username is not valid",
        "LOGIN|authParameters.USERNAME.member|invalid_parameter|username is not valid",
        "LOGIN|authParameters.PASSWORD.member|invalid_parameter|password is not valid",
        "CHANGE_PASSWORD|session|invalid_parameter|session is not valid",
        "CHANGE_PASSWORD|challengeResponses|invalid_parameter|A value in the request is not valid.",
        "CHANGE_PASSWORD|userAttributes.1.member.value|attribute_invalid"
            + "|An attribute is not valid.",
        "CHANGE_PASSWORD|challengeResponses.userAttributes.custom:team.member|attribute_invalid"
            + "|An attribute is not valid.",
        "LOGIN|clientId|service_misconfigured|The service is not configured correctly.",
        "CONFIRM_FORGOT_PASSWORD|secretHash|service_misconfigured"
            + "|The service is not configured correctly."
      })
  void validationErrorNamesTheMemberAndRepeatsNoValue(
      Route route, String member, String code, String message) {
    for (String value : List.of("", " 'canary-value'")) {
      String text =
          "2 validation errors detected: Value%s at '%s' failed to satisfy constraint: Member must"
              + " have length greater than or equal to 6; Value at 'unheardOf' failed to satisfy"
              + " constraint: Member must not be null";
      Map<String, Object> body = Api.Bodies.of(route);
      if (member.equals("userCode")) {
        body.put("challengeName", "MFA_SETUP");
      }
      var answer =
          Api.with(FakeCognito.refusing("InvalidParameterException", text.formatted(value, member)))
              .post(route, Json.text(body));

      assertThat(answer.code()).isEqualTo(code);
      assertThat(answer.message()).isEqualTo(message);
    }
  }

  @Test
  void passwordPatternOfAValidationErrorIsExplained() {
    var answer =
        Api.with(
                FakeCognito.refusing(
                    "InvalidParameterException",
                    "1 validation error detected: Value at 'password' failed to satisfy"
                        + " constraint: Member must satisfy regular expression pattern:"
                        + " ^[\\S]+.*[\\S]+$"))
            .post(
                Route.CONFIRM_FORGOT_PASSWORD,
                Json.text(Api.Bodies.of(Route.CONFIRM_FORGOT_PASSWORD)));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("invalid_password");
    assertThat(answer.message())
        .isEqualTo(
            "new_password must have more than one character, and be free of blanks at its beginning"
                + " and end, and of line breaks");
  }

  @Test
  void refusedChallengeAnswerIsNotCalledAWrongPassword() {
    var answer =
        Api.with(FakeCognito.refusing("NotAuthorizedException", "see arn:aws:x")).changePassword();

    assertThat(answer.message()).isEqualTo("The request was not authorised.");
  }

  @Test
  void throttlingTellsWhenToTryAgain() {
    var answer = Api.with(FakeCognito.refusing("TooManyRequestsException", "Rate")).login();

    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.headers()).containsEntry("retry-after", "5");
    assertThat(answer.body()).containsEntry("retryAfterSeconds", 5.0);
  }

  @Test
  void unknownExceptionHasAFixedText() {
    var unknown = FakeCognito.refusing("BrandNewException", "raw text of a new kind");
    assertThat(Api.with(unknown).changePassword().code()).isEqualTo("request_rejected");
    assertThat(Api.with(unknown).changePassword().message()).isEqualTo("The request was rejected.");

    var fault = FakeCognito.failing(FakeCognito.error(500, "BrandNewException", "raw"));
    assertThat(Api.with(fault).changePassword().code()).isEqualTo("outcome_unknown");
    assertThat(Api.with(fault).login().code()).isEqualTo("upstream_error");

    var proxy = FakeCognito.failing(FakeCognito.error(403, null, null));
    assertThat(Api.with(proxy).changePassword().code()).isEqualTo("outcome_unknown");
    assertThat(Api.with(proxy).login().code()).isEqualTo("upstream_error");
  }

  @Test
  void answerThatNeverCameLeavesTheChangeOpenButNotTheLogin() {
    var cause = new java.net.SocketTimeoutException("Read timed out");
    var lost = FakeCognito.failing(SdkClientException.create("lost", cause));

    assertThat(Api.with(lost).changePassword().status()).isEqualTo(504);
    assertThat(Api.with(lost).changePassword().code()).isEqualTo("outcome_unknown");
    assertThat(Api.with(lost).login().status()).isEqualTo(504);
    assertThat(Api.with(lost).login().code()).isEqualTo("upstream_timeout");
  }

  /** The SDK throws this exception when a connection is reset while it reads an answer. */
  @Test
  @Hostile("F7")
  void answerThatBreaksOffWhileItIsReadIsNoFaultOfOurs() {
    var reset =
        FakeCognito.failing(
            new java.io.UncheckedIOException(new java.net.SocketException("Connection reset")));

    assertThat(Api.with(reset).changePassword().code()).isEqualTo("outcome_unknown");
    assertThat(Api.with(reset).login().code()).isEqualTo("upstream_error");
  }

  @Test
  void lostProofOfAnAuthenticatorAppLeavesOpenWhetherItIsSetUp() {
    var cause = new java.net.SocketTimeoutException("Read timed out");
    var lost = FakeCognito.failing(SdkClientException.create("lost", cause));

    var answer =
        Api.with(lost)
            .post(
                Route.CHALLENGE,
                Json.text(
                    Map.of(
                        "challengeName", "MFA_SETUP",
                        "username", "shiun",
                        "session", Api.SESSION,
                        "code", "123456")));

    assertThat(answer.status()).isEqualTo(504);
    assertThat(answer.code()).isEqualTo("outcome_unknown");
  }

  @Test
  void requestThatNeverLeftChangedNothing() {
    var unsent =
        FakeCognito.failing(
            SdkClientException.create(
                "unsent", new NotSent(new java.net.ConnectException("Connection refused"))));

    var answer = Api.with(unsent).changePassword();

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.code()).isEqualTo("upstream_unavailable");
    assertThat(answer.message().toString()).endsWith("Nothing was changed.");
    assertThat(answer.headers()).containsEntry("retry-after", "2");
  }

  @Test
  @Hostile("F26")
  void classOfAFailureDoesNotSayThatARequestNeverLeft() {
    for (Exception cause :
        List.of(
            new java.net.ConnectException("Connection refused"),
            new java.net.NoRouteToHostException("No route to host"),
            new java.net.UnknownHostException("cognito-idp"),
            new javax.net.ssl.SSLHandshakeException("Received fatal alert: access_denied"),
            new javax.net.ssl.SSLPeerUnverifiedException("another host"))) {
      var lost = FakeCognito.failing(SdkClientException.create("lost", cause));

      assertThat(Api.with(lost).changePassword().code()).isEqualTo("outcome_unknown");
    }
  }
}

package io.github.cognitofirstlogin.admin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CognitoIdentityProviderException;

class FailureTest {
  @Test
  void refusalIsCodeAndMessageOnOneLine() {
    assertThat(
            Failure.of(refused(400, "InvalidParameterException", " 1 error\n\t in 'x'\u001b[2J")))
        .isEqualTo(new Failure("InvalidParameterException: 1 error in 'x'\uFFFD[2J", false));
  }

  @Test
  void missingWordsAreLeftOut() {
    assertThat(Failure.of(refused(400, "UnknownOperationException", null)).reason())
        .isEqualTo("UnknownOperationException");
    assertThat(Failure.of(refused(413, null, null)).reason()).isEqualTo("HTTP status 413");
    assertThat(Failure.of(CognitoIdentityProviderException.builder().statusCode(503).build()))
        .isEqualTo(new Failure("HTTP status 503", true));
  }

  @Test
  void longMessageIsCut() {
    assertThat(Failure.of(refused(400, "E", "x".repeat(10_000))).reason()).hasSizeLessThan(400);
  }

  @ParameterizedTest
  @CsvSource({
    "400, AliasExistsException, false",
    "400, InvalidParameterException, false",
    "400, CodeDeliveryFailureException, false",
    "400, ResourceNotFoundException, false",
    "400, AccessDeniedException, true",
    "400, LimitExceededException, true",
    "400, NotAuthorizedException, true",
    "400, TooManyRequestsException, true",
    "400, UnrecognizedClientException, true",
    "500, InternalErrorException, true",
    "503, , true"
  })
  void failureThatConcernsEveryUserIsDistinguished(int status, String code, boolean everybody) {
    assertThat(Failure.of(refused(status, code, "m")).isForEverybody()).isEqualTo(everybody);
  }

  @Test
  void unreachableServiceFailsForEverybody() {
    assertThat(Failure.of(SdkClientException.create("Connection\nrefused")))
        .isEqualTo(new Failure("Connection refused", true));
  }

  private static SdkException refused(int status, String code, String message) {
    return (SdkException)
        CognitoIdentityProviderException.builder()
            .statusCode(status)
            .awsErrorDetails(
                AwsErrorDetails.builder().errorCode(code).errorMessage(message).build())
            .build();
  }
}

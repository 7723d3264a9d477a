package io.github.cognitofirstlogin.invite;

import java.util.Objects;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** Why a request failed, in one line, and whether the next user's would fail just so. */
record Failure(String reason, boolean isForEverybody) {
  private static final Set<String> FOR_EVERYBODY =
      Set.of(
          "AccessDeniedException",
          "ExpiredTokenException",
          "IncompleteSignatureException",
          "InvalidSignatureException",
          "LimitExceededException",
          "NotAuthorizedException",
          "TooManyRequestsException",
          "UnrecognizedClientException");

  static Failure of(SdkException failure) {
    if (failure instanceof AwsServiceException refused && refused.awsErrorDetails() != null) {
      var code = Objects.requireNonNullElse(refused.awsErrorDetails().errorCode(), "");
      var message = Objects.requireNonNullElse(refused.awsErrorDetails().errorMessage(), "");
      return new Failure(
          OneLine.of(
              code.isEmpty() ? "HTTP status " + refused.statusCode() : code + ": " + message),
          FOR_EVERYBODY.contains(code) || refused.statusCode() / 100 != 4);
    }
    return new Failure(OneLine.of(String.valueOf(failure.getMessage())), true);
  }
}

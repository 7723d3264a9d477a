package io.github.cognitofirstlogin.admin;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * The reason of a failed request, in one line, and whether the next user's request would fail for
 * the same reason.
 */
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
    if (failure instanceof AwsServiceException refused) {
      var details = Optional.ofNullable(refused.awsErrorDetails());
      var code = details.map(AwsErrorDetails::errorCode).orElse("");
      var message = details.map(AwsErrorDetails::errorMessage).orElse("");
      var words = Stream.of(code, message).filter(word -> !word.isBlank()).toList();
      return new Failure(
          words.isEmpty()
              ? "HTTP status " + refused.statusCode()
              : OneLine.of(String.join(": ", words)),
          FOR_EVERYBODY.contains(code) || refused.statusCode() / 100 != 4);
    }
    return new Failure(OneLine.of(String.valueOf(failure.getMessage())), true);
  }
}

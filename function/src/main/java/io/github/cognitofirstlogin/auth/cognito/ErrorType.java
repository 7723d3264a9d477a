package io.github.cognitofirstlogin.auth.cognito;

import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * The type that an error answer of Cognito's names. Such an answer is a JSON object with a type,
 * and its status is 400 or more. Any other answer that is no success is of something between here
 * and Cognito: it says nothing about what Cognito did.
 */
final class ErrorType {
  private static final int FIRST_ERROR = 400;

  private ErrorType() {}

  /** Empty where the answer is not Cognito's. */
  static Optional<String> of(AwsServiceException answer) {
    AwsErrorDetails details = answer.awsErrorDetails();
    return details == null || answer.statusCode() < FIRST_ERROR || !isJsonObject(details)
        ? Optional.empty()
        : Optional.of(plain(Objects.requireNonNullElse(details.errorCode(), "")))
            .filter(type -> !type.isEmpty());
  }

  /** The protocol lets {@code com.example#Name:http://example.com/} stand for {@code Name}. */
  private static String plain(String type) {
    String name = type.split(":", 2)[0];
    return name.substring(name.indexOf('#') + 1);
  }

  /** The SDK takes a type from a header too, even beside the HTML page of a proxy. */
  private static boolean isJsonObject(AwsErrorDetails details) {
    SdkHttpResponse http = details.sdkHttpResponse();
    SdkBytes body = details.rawResponse();
    return http == null
        || (AnswerBody.isLabelledJson(http)
            && body != null
            && AnswerBody.object(body.asUtf8String()).isPresent());
  }
}

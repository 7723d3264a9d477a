package io.github.cognitofirstlogin.auth.cognito;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;

/**
 * The type that an error answer of Cognito names. Such an answer is a JSON object with a type, and
 * its status is 400 or more. Any other unsuccessful answer comes from a server between this
 * function and Cognito, and says nothing about what Cognito did.
 */
final class ErrorType {
  static final String HEADER = "x-amzn-ErrorType";

  private static final int FIRST_ERROR = 400;

  private ErrorType() {}

  /** The type, or empty if the answer is not from Cognito. */
  static Optional<String> of(AwsServiceException answer) {
    AwsErrorDetails details = answer.awsErrorDetails();
    return details == null || answer.statusCode() < FIRST_ERROR || !isJsonObject(details)
        ? Optional.empty()
        : Optional.of(plain(Objects.requireNonNullElse(details.errorCode(), "")))
            .filter(type -> !type.isEmpty());
  }

  /** In the protocol, {@code com.example#Name:http://example.com/} means {@code Name}. */
  private static String plain(String type) {
    String name = type.split(":", 2)[0];
    return name.substring(name.indexOf('#') + 1);
  }

  /** The SDK accepts a type from a header, even with a proxy's HTML page as the body. */
  private static boolean isJsonObject(AwsErrorDetails details) {
    SdkHttpResponse http = details.sdkHttpResponse();
    SdkBytes body = details.rawResponse();
    return http == null
        || (AnswerBody.isLabelledJson(http)
            && body != null
            && AnswerBody.object(body.asByteArrayUnsafe())
                .filter(members -> namesOneType(http, members))
                .isPresent());
  }

  /**
   * Cognito names the same type in a header and in the body. Two different types show that one of
   * them is not from Cognito.
   */
  private static boolean namesOneType(SdkHttpResponse http, Map<String, JsonNode> members) {
    Stream<String> inHeaders = http.matchingHeaders(HEADER).stream();
    Stream<String> inBody =
        Stream.ofNullable(members.get("__type")).filter(JsonNode::isString).map(JsonNode::text);
    return Stream.concat(inHeaders, inBody).map(ErrorType::plain).distinct().count() <= 1;
  }
}

package io.github.cognitofirstlogin.auth.cognito;

import java.util.List;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * Hides an answer's time to wait from the SDK. The SDK would wait that long before a second try,
 * however long it is, and fails on a negative time.
 */
final class RetryAfter implements ExecutionInterceptor {
  private static final List<String> HEADERS = List.of("Retry-After", "x-amz-retry-after");
  private static final String NAMED = "x-hidden-retry-after";

  @Override
  public SdkHttpResponse modifyHttpResponse(
      Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
    SdkHttpResponse answer = context.httpResponse();
    if (HEADERS.stream().noneMatch(name -> answer.firstMatchingHeader(name).isPresent())) {
      return answer;
    }
    SdkHttpResponse.Builder hidden = answer.toBuilder();
    answer.headers().keySet().stream()
        .filter(name -> HEADERS.stream().anyMatch(name::equalsIgnoreCase))
        .forEach(hidden::removeHeader);
    return hidden.putHeader(NAMED, "true").build();
  }

  /** Whether that answer named a time to wait. */
  static boolean isIn(AwsServiceException answer) {
    SdkHttpResponse http = answer.awsErrorDetails().sdkHttpResponse();
    return http.firstMatchingHeader(NAMED).isPresent();
  }
}

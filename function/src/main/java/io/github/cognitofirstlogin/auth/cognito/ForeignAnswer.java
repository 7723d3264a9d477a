package io.github.cognitofirstlogin.auth.cognito;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * Refuses a success that something else than Cognito reports, such as a proxy with a page of its
 * own: of operations that answer nothing, the SDK does not even read the answer.
 */
final class ForeignAnswer implements ExecutionInterceptor {
  private static final String REQUEST_ID = "x-amzn-RequestId";

  @Override
  public void afterTransmission(Context.AfterTransmission context, ExecutionAttributes attributes) {
    SdkHttpResponse response = context.httpResponse();
    if (response.isSuccessful() && !isCognitos(response)) {
      context.responseBody().ifPresent(ForeignAnswer::close);
      throw SdkClientException.create("an answer that is not Cognito's");
    }
  }

  /** Emulators have no request id, proxies no JSON. */
  private static boolean isCognitos(SdkHttpResponse response) {
    return response.firstMatchingHeader(REQUEST_ID).isPresent()
        || response
            .firstMatchingHeader("content-type")
            .filter(type -> type.toLowerCase(Locale.ROOT).contains("json"))
            .isPresent();
  }

  private static void close(InputStream body) {
    try {
      body.close();
    } catch (IOException e) {
      // It is of no use in any case.
    }
  }
}

package io.github.cognitofirstlogin.auth.cognito;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ConfirmForgotPasswordRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ForgotPasswordRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RevokeTokenRequest;

/**
 * Refuses a success that is not from Cognito, such as a proxy's own page. Cognito's successes have
 * the status 200.
 */
final class ForeignAnswer implements ExecutionInterceptor {
  private static final String REQUEST_ID = "x-amzn-RequestId";
  private static final String DELIVERY = "CodeDeliveryDetails";
  private static final int SUCCESS = 200;

  /** The SDK needs no member of these answers, so it accepts any body as a success. */
  private static final Set<Class<?>> WITHOUT_RESULT =
      Set.of(
          ConfirmForgotPasswordRequest.class,
          ForgotPasswordRequest.class,
          RevokeTokenRequest.class);

  @Override
  public void afterTransmission(Context.AfterTransmission context, ExecutionAttributes attributes) {
    SdkHttpResponse answer = context.httpResponse();
    if (answer.isSuccessful() && !isCognitos(answer)) {
      context.responseBody().ifPresent(ForeignAnswer::close);
      throw foreign();
    }
  }

  @Override
  public Optional<InputStream> modifyHttpResponseContent(
      Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
    if (!context.httpResponse().isSuccessful()
        || !WITHOUT_RESULT.contains(context.request().getClass())) {
      return context.responseBody();
    }
    byte[] sent = context.responseBody().map(ForeignAnswer::read).orElse(new byte[0]);
    byte[] body = isCompressed(context.httpResponse()) ? decompressed(sent) : sent;
    if (!saysNothing(context.httpResponse(), body)) {
      throw foreign();
    }
    return Optional.of(new ByteArrayInputStream(sent));
  }

  private static boolean isCognitos(SdkHttpResponse success) {
    return success.statusCode() == SUCCESS
        && isLabelled(success)
        && success.firstMatchingHeader(ErrorType.HEADER).isEmpty();
  }

  /** An emulator's answer has no request id, and a proxy's answer is not JSON. */
  private static boolean isLabelled(SdkHttpResponse answer) {
    return AnswerBody.isLabelledJson(answer)
        || (hasRequestId(answer) && answer.firstMatchingHeader("content-type").isEmpty());
  }

  /** An answer with unknown members counts as Cognito's only if it has AWS's request id. */
  private static boolean saysNothing(SdkHttpResponse answer, byte[] body) {
    return body.length == 0
        ? hasRequestId(answer)
        : AnswerBody.object(body)
            .filter(
                members ->
                    members.isEmpty()
                        || members.containsKey(DELIVERY)
                        || (hasRequestId(answer) && !members.containsKey("__type")))
            .isPresent();
  }

  private static boolean hasRequestId(SdkHttpResponse answer) {
    return answer.firstMatchingHeader(REQUEST_ID).isPresent();
  }

  private static boolean isCompressed(SdkHttpResponse answer) {
    return answer.firstMatchingHeader("content-encoding").filter("gzip"::equals).isPresent();
  }

  private static byte[] decompressed(byte[] body) {
    try {
      return read(new GZIPInputStream(new ByteArrayInputStream(body)));
    } catch (IOException e) {
      throw foreign();
    }
  }

  private static SdkClientException foreign() {
    return SdkClientException.create("an answer that is not Cognito's");
  }

  private static byte[] read(InputStream body) {
    try (body) {
      return body.readAllBytes();
    } catch (IOException e) {
      throw SdkClientException.create("an answer that ends too early", e);
    }
  }

  private static void close(InputStream body) {
    try {
      body.close();
    } catch (IOException e) {
      // A failed close does not matter, because the answer is not used.
    }
  }
}

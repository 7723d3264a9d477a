package io.github.cognitofirstlogin.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/**
 * The raw answer of Cognito. The SDK's own objects drop every setting that is newer than the SDK.
 */
final class WholeAnswer {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ExecutionAttribute<WholeAnswer> KEPT =
      new ExecutionAttribute<>("CognitoFirstLoginWholeAnswer");

  private byte[] body = {};

  /** Keeps the answer to one request. */
  AwsRequestOverrideConfiguration configuration() {
    return AwsRequestOverrideConfiguration.builder().putExecutionAttribute(KEPT, this).build();
  }

  JsonNode json() {
    try {
      return JSON.readTree(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The interceptor of every client whose answers are kept. */
  static final class Keeper implements ExecutionInterceptor {
    @Override
    public Optional<InputStream> modifyHttpResponseContent(
        Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
      var answer = attributes.getAttribute(KEPT);
      if (answer == null || context.responseBody().isEmpty()) {
        return context.responseBody();
      }
      try (var content = context.responseBody().get()) {
        answer.body = content.readAllBytes();
        return Optional.of(new ByteArrayInputStream(answer.body));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}

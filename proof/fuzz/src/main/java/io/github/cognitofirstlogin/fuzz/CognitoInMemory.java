package io.github.cognitofirstlogin.fuzz;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;

/** An HTTP client that returns the same bytes for every request until it gets others. */
final class CognitoInMemory implements SdkHttpClient {
  private int status;
  private byte @Nullable [] body;

  void answer(int status, String body) {
    answer(status, body.getBytes(StandardCharsets.UTF_8));
  }

  void answer(int status, byte[] body) {
    this.status = status;
    this.body = body;
  }

  /** The request arrives and the answer is lost. */
  void hangUp() {
    body = null;
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() throws IOException {
        byte[] bytes = body;
        if (bytes == null) {
          throw new IOException("hung up");
        }
        return HttpExecuteResponse.builder()
            .response(
                SdkHttpResponse.builder()
                    .statusCode(status)
                    .putHeader("Content-Type", "application/x-amz-json-1.1")
                    .build())
            .responseBody(AbortableInputStream.create(new ByteArrayInputStream(bytes)))
            .build();
      }

      @Override
      public void abort() {}
    };
  }

  @Override
  public void close() {}
}

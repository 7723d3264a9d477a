package io.github.cognitofirstlogin.auth.cognito;

import java.util.UUID;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;

/**
 * Gives each request an id that no other has. The SDK's come out of a generator that is seeded with
 * the client, so that all functions that start from one snapshot would send the same ones.
 */
record FreshInvocationIds(SdkHttpClient transport) implements SdkHttpClient {
  static final String HEADER = "amz-sdk-invocation-id";
  private static final String SIGNATURE = "Authorization";

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    if (request.httpRequest().firstMatchingHeader(SIGNATURE).isPresent()) {
      // It was signed with the id that it has.
      return transport.prepareRequest(request);
    }
    return transport.prepareRequest(
        HttpExecuteRequest.builder()
            .request(
                request.httpRequest().toBuilder()
                    .putHeader(HEADER, UUID.randomUUID().toString())
                    .build())
            .contentStreamProvider(request.contentStreamProvider().orElse(null))
            .build());
  }

  @Override
  public String clientName() {
    return transport.clientName();
  }

  @Override
  public void close() {
    transport.close();
  }
}

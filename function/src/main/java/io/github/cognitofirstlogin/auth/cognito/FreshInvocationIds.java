package io.github.cognitofirstlogin.auth.cognito;

import java.util.UUID;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;

/**
 * Gives each request a unique id. The SDK's generator of ids is seeded when the client is created,
 * so all functions from one snapshot would send the same ids.
 */
record FreshInvocationIds(SdkHttpClient transport) implements SdkHttpClient {
  static final String HEADER = "amz-sdk-invocation-id";
  private static final String SIGNATURE = "Authorization";

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    if (request.httpRequest().firstMatchingHeader(SIGNATURE).isPresent()) {
      // A signed request keeps its id, because the signature covers it.
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

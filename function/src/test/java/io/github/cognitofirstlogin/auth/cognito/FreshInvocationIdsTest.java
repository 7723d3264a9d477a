package io.github.cognitofirstlogin.auth.cognito;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitofirstlogin.auth.Api;
import io.github.cognitofirstlogin.auth.AuthHandler;
import io.github.cognitofirstlogin.leaks.Hostile;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;

/** Functions from one snapshot are equal, except for the ids of their requests. */
class FreshInvocationIdsTest {
  @Test
  @Hostile("Q8")
  void twoClonesThatWouldSendTheSameIdDoNot() {
    var sent = new ArrayList<String>();
    var transport = new FreshInvocationIds(new Recording(sent));
    // The ids of the SDK's generator in each function, because its seed is in the snapshot.
    var request =
        HttpExecuteRequest.builder()
            .request(
                SdkHttpRequest.builder()
                    .method(SdkHttpMethod.POST)
                    .uri(URI.create("https://cognito.example"))
                    .putHeader(FreshInvocationIds.HEADER, "the-same-in-both")
                    .build())
            .build();

    transport.prepareRequest(request);
    transport.prepareRequest(request);

    assertThat(sent).hasSize(2).doesNotHaveDuplicates().doesNotContain("the-same-in-both");
  }

  @Test
  void signedRequestKeepsTheIdThatItWasSignedWith() {
    var sent = new ArrayList<String>();
    var signed =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.POST)
            .uri(URI.create("https://cognito.example"))
            .putHeader(FreshInvocationIds.HEADER, "signed")
            .putHeader(
                "Authorization", "AWS4-HMAC-SHA256 SignedHeaders=" + FreshInvocationIds.HEADER)
            .build();

    new FreshInvocationIds(new Recording(sent))
        .prepareRequest(HttpExecuteRequest.builder().request(signed).build());

    assertThat(sent).containsExactly("signed");
  }

  @Test
  void requestHasOneId() throws IOException {
    try (Wire wire = Wire.answering(Wire.json(200, "{}"))) {
      new Api(
              new AuthHandler(
                  Api.environment("AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER", wire.url())))
          .login();

      assertThat(
              Pattern.compile("(?i)^amz-sdk-invocation-id:", Pattern.MULTILINE)
                  .matcher(wire.requests().get(0))
                  .results())
          .hasSize(1);
    }
  }

  private record Recording(List<String> ids) implements SdkHttpClient {
    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
      ids.addAll(request.httpRequest().matchingHeaders(FreshInvocationIds.HEADER));
      return null;
    }

    @Override
    public void close() {
      // There is no connection to close.
    }
  }
}

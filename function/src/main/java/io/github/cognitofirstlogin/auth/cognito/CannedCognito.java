package io.github.cognitofirstlogin.auth.cognito;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

/** An HTTP client that returns fixed answers from memory, for a rehearsal without a network. */
public final class CannedCognito implements SdkHttpClient {
  /** One answer of each kind. An operation ignores the members that it does not have. */
  public enum Answer {
    TOKENS(
        200,
        """
        {"AuthenticationResult":{"AccessToken":"canned","ExpiresIn":3600,"TokenType":"Bearer",
        "RefreshToken":"canned","IdToken":"canned"},"ChallengeParameters":{},
        "UserPoolClient":{"ClientSecret":"canned"},"Status":"SUCCESS",
        "Session":"canned-canned-canned-canned"}"""),
    CHALLENGE(
        200,
        """
        {"ChallengeName":"NEW_PASSWORD_REQUIRED","Session":"canned-canned-canned-canned",
        "ChallengeParameters":{"USER_ID_FOR_SRP":"canned","requiredAttributes":"[]",
        "userAttributes":"{}"},"UserPoolClient":{"ClientSecret":"canned"}}"""),
    REFUSAL(
        400,
        """
        {"__type":"NotAuthorizedException","message":"Incorrect username or password."}"""),
    POLICY(
        400,
        """
        {"__type":"InvalidPasswordException","message":"Password not long enough"}"""),
    FAILURE(500, "{}"),
    NONSENSE(200, "<html></html>");

    private final int status;
    private final String body;

    Answer(int status, String body) {
      this.status = status;
      this.body = body;
    }
  }

  private Answer answer = Answer.TOKENS;

  /** Sets the answer to all further requests. */
  public void answer(Answer next) {
    answer = next;
  }

  /** A normal client of the SDK with this HTTP client. */
  public CognitoIdentityProviderClient client(String region, URI endpoint) {
    return CognitoClient.of(region, endpoint, this);
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() throws IOException {
        if (request.contentStreamProvider().isPresent()) {
          try (InputStream sent = request.contentStreamProvider().get().newStream()) {
            sent.readAllBytes();
          }
        }
        byte[] body = answer.body.getBytes(StandardCharsets.UTF_8);
        return HttpExecuteResponse.builder()
            .response(
                SdkHttpResponse.builder()
                    .statusCode(answer.status)
                    .putHeader("content-type", "application/x-amz-json-1.1")
                    .putHeader("x-amzn-RequestId", "canned")
                    .putHeader("content-length", String.valueOf(body.length))
                    .build())
            .responseBody(AbortableInputStream.create(new ByteArrayInputStream(body)))
            .build();
      }

      @Override
      public void abort() {
        // There is no request to abort.
      }
    };
  }

  @Override
  public void close() {
    // There is no connection to close.
  }
}

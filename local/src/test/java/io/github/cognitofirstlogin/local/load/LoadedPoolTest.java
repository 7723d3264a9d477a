package io.github.cognitofirstlogin.local.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The user pool that is asked under load. */
class LoadedPoolTest {
  @Test
  void poolAnswersAsLateAsItIsToldAndKnowsHowLongItTook() throws Exception {
    try (var pool = new LoadedPool(Duration.ofMillis(20))) {
      pool.invite("visitor", "Temporary-Passw0rd-1");

      assertThat(login(pool, "visitor")).isEqualTo(200);

      assertThat(pool.timeOf("visitor")).isGreaterThanOrEqualTo(Duration.ofMillis(20));
      assertThat(pool.timeOf("visitor")).isZero();
      pool.forget("visitor");
      assertThat(login(pool, "visitor")).isEqualTo(400);
    }
  }

  private static int login(LoadedPool pool, String username)
      throws IOException, InterruptedException {
    var environment = pool.environment();
    var body =
        "{\"ClientId\":\"%s\",\"AuthFlow\":\"USER_PASSWORD_AUTH\",\"AuthParameters\":{\"USERNAME\":\"%s\",\"PASSWORD\":\"Temporary-Passw0rd-1\"}}"
            .formatted(environment.get("USER_POOL_CLIENT_ID"), username);
    var request =
        HttpRequest.newBuilder(
                URI.create(environment.get("AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER")))
            .header("Content-Type", "application/x-amz-json-1.1")
            .header("X-Amz-Target", "AWSCognitoIdentityProviderService.InitiateAuth")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return HttpClient.newHttpClient()
        .send(request, HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }
}

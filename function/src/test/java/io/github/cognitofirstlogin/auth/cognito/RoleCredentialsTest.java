package io.github.cognitofirstlogin.auth.cognito;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitofirstlogin.auth.Api;
import io.github.cognitofirstlogin.auth.AuthHandler;
import io.github.cognitofirstlogin.leaks.Hostile;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The credentials that Lambda hands out over HTTP, with which the function reads the client's
 * secret.
 */
class RoleCredentialsTest {
  private static final String VARIABLE = "AWS_CONTAINER_CREDENTIALS_FULL_URI";

  /** The SDK reads its variable here too. */
  private static final String PROPERTY = "aws.containerCredentialsFullUri";

  @AfterEach
  void forget() {
    System.clearProperty(PROPERTY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "<html>",
        "{\"AccessKeyId\":\"a\"",
        "{\"AccessKeyId\":\"a\",\"SecretAccessKey\":null,\"Token\":\"t\"}",
        "{\"AccessKeyId\":1,\"SecretAccessKey\":2,\"Token\":3,\"Expiration\":4}",
        "{\"AccessKeyId\":\"\",\"SecretAccessKey\":\"\",\"Token\":\"\",\"Expiration\":\"\"}",
        "{\"AccessKeyId\":\"a\",\"SecretAccessKey\":\"b\",\"Token\":\"t\"}",
        "{\"AccessKeyId\":\"a\",\"SecretAccessKey\":\"b\",\"Token\":\"t\",\"Expiration\":null}",
        "{\"AccessKeyId\":\"a\",\"SecretAccessKey\":\"b\",\"Token\":\"t\",\"Expiration\":\"soon\"}",
        "{\"AccessKeyId\":\"a\",\"SecretAccessKey\":\"b\",\"Token\":\"t\",\"Expiration\":\"\"}"
      })
  @Hostile("F27")
  void credentialsThatAreNotAsDocumentedAreAMisconfiguration(String document) throws IOException {
    try (Wire lambda = Wire.answering(Wire.json(200, document));
        Wire cognito = Wire.answering(Wire.json(400, "{\"__type\":\"AccessDeniedException\"}"))) {
      Api api = api(lambda.url(), cognito.url());

      assertThat(api.login().code()).isEqualTo("service_misconfigured");
      assertThat(api.changePassword().code()).isEqualTo("service_misconfigured");
      assertThat(cognito.requests()).noneMatch(request -> request.contains("InitiateAuth"));
    }
  }

  @Test
  @Hostile("F27")
  void credentialsThatCannotBeFetchedAreAnOutage() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    try (Wire cognito = Wire.answering(Wire.json(500, "{}"))) {
      var reply = api("http://127.0.0.1:" + port, cognito.url()).changePassword();

      assertThat(reply.status()).isEqualTo(503);
      assertThat(reply.code()).isEqualTo("upstream_unavailable");
      assertThat(cognito.requests()).isEmpty();
    }
  }

  private static Api api(String lambda, String cognito) {
    System.setProperty(PROPERTY, lambda + "/credentials");
    Map<String, String> environment = Api.confidential();
    environment.put(VARIABLE, lambda + "/credentials");
    environment.put("AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER", cognito);
    return new Api(new AuthHandler(environment));
  }
}

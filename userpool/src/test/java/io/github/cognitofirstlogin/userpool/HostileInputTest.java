package io.github.cognitofirstlogin.userpool;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitofirstlogin.userpool.crypto.Srp;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every malformed request gets a 400 with a type of AWS, and never a 500. */
class HostileInputTest {

  private static LocalTarget target;
  private static ContractPool pool;

  @BeforeAll
  static void start() {
    target = new LocalTarget();
    pool = target.create(ContractRun.POOL, ContractRun.CLIENT);
  }

  @AfterAll
  static void stop() {
    target.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "1",
        "{",
        "{} {}",
        "{\"ClientId\":\"a\",\"ClientId\":\"b\"}",
        "{\"ClientId\":1}",
        "{\"AuthParameters\":[]}",
        "{\"AuthParameters\":{\"USERNAME\":{}}}",
        "\u0000"
      })
  void valueOfTheWrongTypeIsASerializationException(String body) {
    refused("InitiateAuth", body, "SerializationException");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "USER_PASSWORD_AUTH | {\"USERNAME\":null,\"PASSWORD\":\"x\"}",
        "USER_PASSWORD_AUTH | {}",
        "USER_SRP_AUTH | {\"USERNAME\":\"a\",\"SRP_A\":\"0\"}",
        "USER_SRP_AUTH | {\"USERNAME\":\"a\",\"SRP_A\":\"-1\"}",
        "USER_SRP_AUTH | {\"USERNAME\":\"a\",\"SRP_A\":\"not hexadecimal\"}",
        "REFRESH_TOKEN_AUTH | {}",
        "ADMIN_NO_SRP_AUTH | {}",
        "NO_SUCH_FLOW | {}"
      })
  void signInWithNonsenseIsAnInvalidParameter(String flow, String parameters) {
    refused(
        "InitiateAuth",
        "{\"ClientId\":\"%s\",\"AuthFlow\":\"%s\",\"AuthParameters\":%s}"
            .formatted(pool.clientId(), flow, parameters),
        "InvalidParameterException");
  }

  @Test
  void multipleOfTheGroupsPrimeProvesNothing() {
    refused(
        "InitiateAuth",
        "{\"ClientId\":\"%s\",\"AuthFlow\":\"USER_SRP_AUTH\",\"AuthParameters\":{\"USERNAME\":\"a\",\"SRP_A\":\"%s\"}}"
            .formatted(pool.clientId(), Srp.N.shiftLeft(1).toString(16)),
        "InvalidParameterException");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"PaginationToken\":\"4294967295\"", "\"PaginationToken\":\"-1\"",
            "\"PaginationToken\":\"999999999\"",
        "\"Filter\":\"nonsense\"", "\"Filter\":\"password = \\\"x\\\"\"", "\"Limit\":61"
      })
  void listingWithNonsenseIsAnInvalidParameter(String member) {
    refused(
        "ListUsers",
        "{\"UserPoolId\":\"" + pool.id() + "\"," + member + "}",
        "InvalidParameterException");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a.b.c", "eyJhbGciOiJub25lIn0.e30.", "eyJhbGciOiJIUzI1NiJ9.e30.c2ln", "...."})
  void accessTokenOfAnotherMakeIsNotAuthorized(String token) {
    refused("GetUser", "{\"AccessToken\":\"" + token + "\"}", "NotAuthorizedException");
  }

  @Test
  void deepNestingIsRefused() {
    refused("InitiateAuth", "[".repeat(100_000), "SerializationException");
  }

  @Test
  void valuesOfSensitiveShapesAreNotEchoed() {
    var answer =
        post(
            "AdminSetUserPassword",
            "{\"UserPoolId\":\""
                + pool.id()
                + "\",\"Username\":\"a\",\"Password\":\"my secret \"}");

    assertThat(answer.body())
        .contains("Value at 'password' failed to satisfy constraint")
        .doesNotContain("my secret");
  }

  @Test
  void passwordMayHaveBlanksInside() {
    refused(
        "AdminSetUserPassword",
        "{\"UserPoolId\":\"" + pool.id() + "\",\"Username\":\"a\",\"Password\":\"My own 1!\"}",
        "UserNotFoundException");
  }

  private static void refused(String operation, String body, String type) {
    var answer = post(operation, body);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).startsWith("{\"__type\":\"" + type + "\"");
    assertThat(answer.headers().firstValue("x-amzn-errortype")).hasValue(type + ":");
  }

  private static HttpResponse<String> post(String operation, String body) {
    try {
      return HttpClient.newHttpClient()
          .send(
              HttpRequest.newBuilder(URI.create(target.endpoint().orElseThrow()))
                  .header("Content-Type", "application/x-amz-json-1.1")
                  .header("X-Amz-Target", "AWSCognitoIdentityProviderService." + operation)
                  .POST(HttpRequest.BodyPublishers.ofString(body))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}

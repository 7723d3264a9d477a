package io.github.cognitofirstlogin.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cognitofirstlogin.userpool.UserPoolServer;
import io.github.cognitofirstlogin.userpool.settings.UserPoolClientSettings;
import io.github.cognitofirstlogin.userpool.settings.UserPoolSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

/** {@code bin/check-pool} with pools and clients of every kind. */
class CheckPoolTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String GOOD_POOL =
      """
      {"AdminCreateUserConfig":{"AllowAdminCreateUserOnly":true}}\
      """;
  private static final String GOOD_CLIENT =
      """
      {"ExplicitAuthFlows":["ALLOW_USER_PASSWORD_AUTH"],"PreventUserExistenceErrors":"ENABLED",
       "EnableTokenRevocation":true,"AuthSessionValidity":15,
       "RefreshTokenRotation":{"Feature":"ENABLED","RetryGracePeriodSeconds":60}}\
      """;

  private static UserPoolServer server;

  @TempDir private Path directory;

  private record Run(int status, String out, String err) {}

  @BeforeAll
  static void start() throws IOException {
    server = UserPoolServer.start(0, Clock.systemUTC());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void clientAsTheStackMakesItLacksNothing() throws IOException {
    var run = check(GOOD_POOL, GOOD_CLIENT);

    assertThat(run.out()).startsWith("Nothing is missing.");
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
  }

  @Test
  void clientWithCognitosDefaultsCannotSignInAndHasWeakSettings() throws IOException {
    var run = check("{}", "{}");

    assertThat(run.out())
        .contains(
            "MISSING The flow USER_PASSWORD_AUTH is off",
            "WEAK    A challenge can be answered for 3 minutes only",
            "WEAK    Strangers are told which users exist",
            "WEAK    A stolen refresh token works as long as the session",
            "WEAK    Anybody may sign up");
    assertThat(run.status()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"AuthSessionValidity\":15|\"AuthSessionValidity\":3|3 minutes only",
        "\"PreventUserExistenceErrors\":\"ENABLED\"|\"PreventUserExistenceErrors\":\"LEGACY\"|which"
            + " users exist",
        "\"EnableTokenRevocation\":true|\"EnableTokenRevocation\":false|does not end the refresh"
            + " token",
        "\"EnableTokenRevocation\":true|\"AccessTokenValidity\":2|good for 120 minutes"
      })
  void weaknessIsListedAndNoFailure(String from, String to, String said) throws IOException {
    var run = check(GOOD_POOL, GOOD_CLIENT.replace(from, to));

    assertThat(run.out()).contains("WEAK    ").contains(said).doesNotContain("MISSING");
    assertThat(run.status()).isZero();
  }

  @Test
  void sessionThatCannotBeRenewedIsMissing() throws IOException {
    var run = check(GOOD_POOL, GOOD_CLIENT.replace("\"ENABLED\",\"Retry", "\"DISABLED\",\"Retry"));

    assertThat(run.out()).contains("MISSING Sessions cannot be renewed");
    assertThat(run.status()).isEqualTo(1);
  }

  @Test
  void requiredAttributeThatNoUserMayWriteIsMissing() throws IOException {
    var run =
        check(
            GOOD_POOL.replace(
                "{\"Admin",
                "{\"Schema\":[{\"Name\":\"family_name\",\"AttributeDataType\":\"String\",\"Required\":true,\"Mutable\":true}],\"Admin"),
            GOOD_CLIENT.replace("{\"Explicit", "{\"WriteAttributes\":[\"name\"],\"Explicit"));

    assertThat(run.out())
        .contains("MISSING Nobody can give the required attribute 'family_name'")
        .contains("-c requiredAttributes=family_name");
    assertThat(run.status()).isEqualTo(1);
  }

  @Test
  void printedContextDescribesTheClient() throws IOException {
    var run =
        check(
            GOOD_POOL,
            GOOD_CLIENT.replace(
                "{\"Explicit",
                "{\"GenerateSecret\":true,\"RefreshTokenValidity\":36,\"TokenValidityUnits\":{\"RefreshToken\":\"hours\"},\"Explicit"));

    assertThat(run.out())
        .containsPattern(
            "npx cdk deploy -c userPoolId=us-east-1_\\w+ -c userPoolClientId=\\w+"
                + " -c confidentialClient=true -c authSessionMinutes=15 -c refreshTokenDays=2\\R");
  }

  @Test
  void secretOfTheClientIsNotShown() throws IOException {
    var poolId = pool(GOOD_POOL);
    var client =
        server.createUserPoolClient(
            poolId, settings(GOOD_CLIENT.replace("{\"E", "{\"GenerateSecret\":true,\"E")));

    var run = run("--user-pool-id", poolId, "--client-id", client.id());

    assertThat(run.out() + run.err()).doesNotContain(client.secret().orElseThrow());
  }

  @Test
  void settingThatTheSdkDoesNotKnowIsReadFromTheAnswer() throws IOException {
    server.addFault(
        JSON.readTree(
            """
            {"operation":"DescribeUserPoolClient","kind":"merge","members":{"UserPoolClient":
             {"ClientSecretArn":"arn:aws:secretsmanager:us-east-1:111122223333:secret:x"}}}\
            """));

    var run = check(GOOD_POOL, GOOD_CLIENT);

    assertThat(run.out())
        .contains("MISSING The client's secret is kept in Secrets Manager")
        .contains("-c confidentialClient=true");
    assertThat(run.status()).isEqualTo(1);
  }

  @Test
  void answerThatDescribesNothingIsNotAGoodPool() throws IOException {
    server.addFault(
        JSON.readTree(
            """
            {"operation":"DescribeUserPool","kind":"body","status":200,"body":"{}",
             "headers":{"Content-Type":"application/json"}}\
            """));

    var run = run("--user-pool-id", pool(GOOD_POOL));

    assertThat(run.err()).startsWith("The answer has no UserPool").hasLineCount(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.status()).isEqualTo(1);
  }

  @Test
  void poolAloneIsForADeploymentWithAClientOfItsOwn() throws IOException {
    var run = run("--user-pool-id", pool(GOOD_POOL));

    assertThat(run.out())
        .contains("Nothing is missing.", "-c featurePlan=ESSENTIALS")
        .doesNotContain("userPoolClientId");
    assertThat(run.status()).isZero();
  }

  @Test
  void outputsFileNamesBoth() throws IOException {
    var poolId = pool(GOOD_POOL);
    var clientId = server.createUserPoolClient(poolId, settings(GOOD_CLIENT)).id();
    var file =
        Files.writeString(
            directory.resolve("outputs.json"),
            "{\"Auth\":{\"UserPoolId\":\"%s\",\"UserPoolClientId\":\"%s\"}}"
                .formatted(poolId, clientId));

    assertThat(run("--outputs-file", file.toString()).out()).contains(poolId, clientId);
  }

  @Test
  void unknownPoolIsOneLineAndExitCodeOne() {
    var run = run("--user-pool-id", "us-east-1_Unknown00");

    assertThat(run.err()).contains("us-east-1_Unknown00 does not exist").hasLineCount(1);
    assertThat(run.status()).isEqualTo(1);
  }

  @Test
  void wrongUseIsExitCodeTwo() {
    assertThat(run().status()).isEqualTo(2);
    assertThat(run("--user-pool-id", "nonsense").status()).isEqualTo(2);
    assertThat(run("--unknown").status()).isEqualTo(2);
  }

  private static Run check(String pool, String client) throws IOException {
    var poolId = pool(pool);
    return run(
        "--user-pool-id",
        poolId,
        "--client-id",
        server.createUserPoolClient(poolId, settings(client)).id());
  }

  private static String pool(String properties) throws IOException {
    return server.createUserPool(
        UserPoolSettings.from(JSON.readTree(properties), CheckPoolTest::refuse));
  }

  private static UserPoolClientSettings settings(String properties) throws IOException {
    return UserPoolClientSettings.from(JSON.readTree(properties), CheckPoolTest::refuse);
  }

  private static void refuse(String warning) {
    throw new AssertionError(warning);
  }

  private static Run run(String... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    var status =
        CheckPool.commandLine(CheckPoolTest::client)
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(arguments);
    return new Run(status, out.toString(), err.toString());
  }

  private static CognitoIdentityProviderClient client(Region region) {
    return CognitoIdentityProviderClient.builder()
        .endpointOverride(URI.create("http://localhost:" + server.port()))
        .region(region)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
        .overrideConfiguration(
            configuration -> configuration.addExecutionInterceptor(new WholeAnswer.Keeper()))
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }
}

package io.github.cognitofirstlogin.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cognitofirstlogin.auth.contract.Route;
import io.github.cognitofirstlogin.auth.text.Json;
import io.github.cognitofirstlogin.leaks.Hostile;
import io.github.cognitofirstlogin.leaks.Watch;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ConfirmForgotPasswordRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ConfirmForgotPasswordResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.DescribeUserPoolClientRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.DescribeUserPoolClientResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ForgotPasswordRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ForgotPasswordResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.GetTokensFromRefreshTokenRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.GetTokensFromRefreshTokenResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InitiateAuthRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InitiateAuthResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RespondToAuthChallengeResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RevokeTokenRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RevokeTokenResponse;

/** The differences of a client with a secret. */
class ConfidentialClientTest {
  private static final String SECRET = "canary-client-secret";
  private static final String ADDRESS = "192.0.2.44";

  /** A forged address list of a caller, to which API Gateway appends. */
  private static final String FORGED = "203.0.113.9, " + ADDRESS;

  private static final String DOOR_KEY = "0123456789abcdefghijklmnopqrstuvwxyzABCD";

  /** Base64(HMAC-SHA256(secret, "shiun" + client id)), made with another implementation. */
  private static final String HASH = "9CBk5fhF3m+v6jYPajC05yCfmgA/ZYN+owy5BoKGrNw=";

  private static final DescribeUserPoolClientResponse DESCRIBED =
      DescribeUserPoolClientResponse.builder()
          .userPoolClient(client -> client.clientSecret(SECRET))
          .build();
  private static final AuthenticationResultType TOKENS =
      AuthenticationResultType.builder().accessToken("token").expiresIn(3600).build();
  private static final InitiateAuthResponse SIGNED_IN =
      InitiateAuthResponse.builder().authenticationResult(TOKENS).build();

  @BeforeEach
  void watchTheSecret() {
    Watch.current().secret(SECRET);
    Watch.current().secret(HASH);
  }

  @Test
  void secretOfThatClientIsReadBeforeItIsNeeded() {
    FakeCognito cognito = FakeCognito.answering(DESCRIBED, SIGNED_IN);

    assertThat(login(confidential(cognito)).status()).isEqualTo(200);

    DescribeUserPoolClientRequest asked = (DescribeUserPoolClientRequest) cognito.requests().get(0);
    assertThat(asked.userPoolId()).isEqualTo(Api.POOL_ID);
    assertThat(asked.clientId()).isEqualTo(Api.CLIENT_ID);
    assertThat(asked.overrideConfiguration().orElseThrow().credentialsProvider()).isPresent();
  }

  @Test
  void secretIsReadOnce() {
    FakeCognito cognito = FakeCognito.answering(DESCRIBED, SIGNED_IN, SIGNED_IN);
    Api api = confidential(cognito);

    login(api);
    login(api);

    assertThat(cognito.requests())
        .filteredOn(DescribeUserPoolClientRequest.class::isInstance)
        .hasSize(1);
  }

  @Test
  void secretThatIsRefusedIsReadAnew() {
    FakeCognito cognito =
        FakeCognito.answering(
            DESCRIBED,
            FakeCognito.refusal("NotAuthorizedException", "Unable to verify secret hash"),
            DESCRIBED,
            SIGNED_IN);
    Api api = confidential(cognito);

    assertThat(login(api).code()).isEqualTo("service_misconfigured");
    assertThat(login(api).status()).isEqualTo(200);
  }

  @Test
  void emptyDescriptionOfTheClientIsAnUnusableAnswer() {
    var answer =
        login(
            confidential(FakeCognito.answering(DescribeUserPoolClientResponse.builder().build())));

    assertThat(answer.status()).isEqualTo(502);
    assertThat(answer.code()).isEqualTo("upstream_error");
  }

  @Test
  void secretThatCouldNotBeReadIsAskedForAgain() {
    FakeCognito cognito =
        FakeCognito.answering(
            FakeCognito.error(400, "TooManyRequestsException", "Rate exceeded"),
            DESCRIBED,
            SIGNED_IN);
    Api api = confidential(cognito);

    assertThat(login(api).status()).isEqualTo(429);
    assertThat(login(api).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "400, AccessDeniedException, service_misconfigured, 500",
    "400, NotAuthorizedException, service_misconfigured, 500",
    "400, UnrecognizedClientException, service_misconfigured, 500",
    "400, ResourceNotFoundException, service_misconfigured, 500",
    "400, InvalidParameterException, service_misconfigured, 500",
    "400, TooManyRequestsException, too_many_requests, 429",
    "500, InternalErrorException, upstream_error, 502",
    "503, ServiceUnavailable, upstream_error, 502"
  })
  void secretThatCannotBeReadIsNotTheCallersFault(
      int status, String exception, String code, int told) {
    FakeCognito cognito =
        FakeCognito.answering(FakeCognito.error(status, exception, "canary-message"));

    Api.Answer answer = confidential(cognito).changePassword();

    assertThat(answer.code()).isEqualTo(code);
    assertThat(answer.status()).isEqualTo(told);
    assertThat(answer.body().toString()).doesNotContain("canary");
  }

  @Test
  void clientWithoutASecretIsAMisconfiguration() {
    FakeCognito cognito =
        FakeCognito.answering(
            DescribeUserPoolClientResponse.builder().userPoolClient(client -> {}).build());

    assertThat(login(confidential(cognito)).code()).isEqualTo("service_misconfigured");
  }

  @Test
  void secretThatCognitoDoesNotTellIsSaidToTheOperatorOnce() {
    var described = DescribeUserPoolClientResponse.builder().userPoolClient(client -> {}).build();
    Api api = confidential(FakeCognito.answering(described, described));

    assertThat(login(api).code()).isEqualTo("service_misconfigured");
    assertThat(login(api).code()).isEqualTo("service_misconfigured");

    assertThat(api.log().lines().filter(line -> line.contains("client_secret_not_readable")))
        .singleElement()
        .asString()
        .contains("\"level\":\"ERROR\"", "keeps it in Secrets Manager", "gateway-request-id");
  }

  @Test
  void secretThatCognitoAnswersIsNotReported() {
    Api api = confidential(FakeCognito.answering(DESCRIBED, SIGNED_IN));

    assertThat(login(api).status()).isEqualTo(200);

    assertThat(api.log()).doesNotContain("client_secret_not_readable");
  }

  @Test
  void deletedSecretOfTwoIsReplacedByTheOther() {
    var other =
        DescribeUserPoolClientResponse.builder()
            .userPoolClient(client -> client.clientSecret("canary-other-secret"))
            .build();
    FakeCognito cognito =
        FakeCognito.answering(
            DESCRIBED,
            SIGNED_IN,
            FakeCognito.refusal("NotAuthorizedException", "Unable to verify secret hash"),
            other,
            SIGNED_IN);
    Api api = confidential(cognito);
    Watch.current().secret("canary-other-secret");

    assertThat(login(api).status()).isEqualTo(200);
    assertThat(login(api).code()).isEqualTo("service_misconfigured");
    assertThat(login(api).status()).isEqualTo(200);

    assertThat(cognito.lastLogin().authParameters().get("SECRET_HASH")).isNotEqualTo(HASH);
  }

  @Test
  @Hostile("V12")
  void everyStepOfASignInProvesTheSecretForTheNameItSends() {
    FakeCognito cognito =
        FakeCognito.answering(
            DESCRIBED,
            SIGNED_IN,
            RespondToAuthChallengeResponse.builder().authenticationResult(TOKENS).build());
    Api api = confidential(cognito);

    login(api);
    assertThat(cognito.lastLogin().authParameters()).containsEntry("SECRET_HASH", HASH);
    api.changePassword();
    assertThat(cognito.lastAnswer().challengeResponses()).containsEntry("SECRET_HASH", HASH);
  }

  @Test
  void forgottenPasswordProvesTheSecretToo() {
    FakeCognito cognito =
        FakeCognito.answering(
            DESCRIBED,
            ForgotPasswordResponse.builder().build(),
            ConfirmForgotPasswordResponse.builder().build());
    Api api = confidential(cognito);

    api.post(Route.FORGOT_PASSWORD, "{\"username\":\"shiun\"}");
    api.post(
        Route.CONFIRM_FORGOT_PASSWORD,
        "{\"username\":\"shiun\",\"code\":\"123456\",\"new_password\":\"My own Passw0rd!\"}");

    assertThat(((ForgotPasswordRequest) cognito.requests().get(1)).secretHash()).isEqualTo(HASH);
    assertThat(((ConfirmForgotPasswordRequest) cognito.requests().get(2)).secretHash())
        .isEqualTo(HASH);
  }

  @Test
  void refreshTokensGoWithTheSecretItself() {
    FakeCognito cognito =
        FakeCognito.answering(
            DESCRIBED,
            GetTokensFromRefreshTokenResponse.builder().authenticationResult(TOKENS).build(),
            RevokeTokenResponse.builder().build());
    Api api = confidential(cognito);

    api.send(Route.REFRESH_SESSION, "refreshToken=some");
    api.send(Route.SIGN_OUT, "refreshToken=some");

    assertThat(((GetTokensFromRefreshTokenRequest) cognito.requests().get(1)).clientSecret())
        .isEqualTo(SECRET);
    assertThat(((RevokeTokenRequest) cognito.requests().get(2)).clientSecret()).isEqualTo(SECRET);
  }

  @Test
  @Hostile("E18")
  void threatProtectionLearnsTheAddressThatTheGatewaySaw() {
    FakeCognito cognito = FakeCognito.answering(DESCRIBED, SIGNED_IN);

    login(confidential(cognito));

    assertThat(cognito.lastLogin().userContextData().ipAddress()).isEqualTo(ADDRESS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "198.51.100.7, 192.0.2.44 | 198.51.100.7",
        "203.0.113.9, 198.51.100.7, 192.0.2.44 | 198.51.100.7",
        "203.0.113.9,198.51.100.7,2001:db8::7,192.0.2.44 | 2001:db8::7",
        // Without the last address from API Gateway, the header may be forged.
        "203.0.113.9, 198.51.100.7 | 192.0.2.44",
        "192.0.2.44 | 192.0.2.44",
        " | 192.0.2.44"
      })
  void threatProtectionLearnsTheAddressThatTheFrontDoorSaw(String forwardedFor, String learned) {
    FakeCognito cognito = FakeCognito.answering(DESCRIBED, SIGNED_IN);
    Map<String, String> environment = Api.confidential();
    environment.put("FRONT_DOOR_KEY", DOOR_KEY);
    Map<String, String> headers = new LinkedHashMap<>(Map.of("x-front-door-key", DOOR_KEY));
    if (forwardedFor != null) {
      headers.put("x-forwarded-for", forwardedFor);
    }

    login(Api.with(cognito, environment), headers);

    assertThat(cognito.lastLogin().userContextData().ipAddress()).isEqualTo(learned);
  }

  @Test
  void publicClientSendsNothingOfIt() {
    FakeCognito cognito = FakeCognito.answering(SIGNED_IN);

    login(Api.with(cognito));

    InitiateAuthRequest request = cognito.lastLogin();
    assertThat(request.authParameters()).containsOnlyKeys("USERNAME", "PASSWORD");
    assertThat(request.userContextData()).isNull();
    assertThat(cognito.requests()).hasSize(1);
  }

  @Test
  @Hostile("K119")
  void secretIsInNoLogLineAndNoText() {
    FakeCognito cognito =
        FakeCognito.answering(
            DESCRIBED, FakeCognito.refusal("NotAuthorizedException", "Unable to verify " + HASH));
    Map<String, String> environment = Api.confidential();
    Api api = confidential(cognito);

    assertThat(login(api).body().toString()).doesNotContain(SECRET, HASH);
    assertThat(api.log()).isNotEmpty().doesNotContain(SECRET, HASH, ADDRESS);
    assertThat(Settings.from(environment).toString()).doesNotContain("canary");
  }

  @ParameterizedTest
  @CsvSource({"AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"})
  void functionWithoutCredentialsDoesNotStart(String variable) {
    Map<String, String> environment = Api.confidential();
    environment.remove(variable);

    assertThatThrownBy(() -> Settings.from(environment))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("environment variable " + variable + " is not set");
  }

  private static Api confidential(FakeCognito cognito) {
    return Api.with(cognito, Api.confidential());
  }

  /** The event of API Gateway for a request through a proxy with a forged address. */
  private static Api.Answer login(Api api) {
    return login(api, Map.of("x-forwarded-for", FORGED));
  }

  private static Api.Answer login(Api api, Map<String, String> added) {
    Map<String, Object> event =
        new LinkedHashMap<>(Api.event(Route.LOGIN.key(), Json.text(Api.Bodies.login())));
    Map<String, String> headers = new LinkedHashMap<>(added);
    headers.put("content-type", "application/json");
    event.put("headers", headers);
    event.put(
        "requestContext",
        Map.of("requestId", "gateway-request-id", "http", Map.of("sourceIp", ADDRESS)));
    event.put("cookies", List.of());
    return api.send(Json.text(event));
  }
}

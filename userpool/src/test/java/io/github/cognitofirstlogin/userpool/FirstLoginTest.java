package io.github.cognitofirstlogin.userpool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import io.github.cognitofirstlogin.leaks.Hostile;
import io.github.cognitofirstlogin.userpool.settings.UserPoolClientSettings;
import io.github.cognitofirstlogin.userpool.settings.UserPoolSettings;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ChallengeNameType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CognitoIdentityProviderException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InitiateAuthResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RespondToAuthChallengeResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserStatusType;

class FirstLoginTest {

  private static final String TEMPORARY = "Temporary-1";
  private static final String CHOSEN = "Chosen-By-Alice-1";

  private final SettableClock clock = new SettableClock();
  private UserPoolServer server;
  private CognitoIdentityProviderClient cognito;
  private String poolId;
  private String clientId;

  @BeforeEach
  void start() throws Exception {
    server = UserPoolServer.start(0, clock);
    poolId =
        server.createUserPool(
            poolSettings(
                """
                {"Policies":{"PasswordPolicy":{"MinimumLength":10,"RequireUppercase":true}},
                 "UsernameConfiguration":{"CaseSensitive":false}}\
                """));
    clientId =
        server
            .createUserPoolClient(
                poolId,
                clientSettings(
                    """
                    {"ExplicitAuthFlows":["ALLOW_USER_PASSWORD_AUTH"],"PreventUserExistenceErrors":"ENABLED"}\
                    """))
            .id();
    cognito =
        CognitoIdentityProviderClient.builder()
            .endpointOverride(URI.create("http://localhost:" + server.port()))
            .region(Region.US_EAST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("a", "b")))
            .httpClient(UrlConnectionHttpClient.create())
            .build();
    create("alice");
  }

  @AfterEach
  void stop() {
    cognito.close();
    server.close();
  }

  @Test
  void firstLoginEndsWithTokensAndTheNewPasswordWorks() {
    var challenge = login("alice", TEMPORARY);
    assertThat(challenge.challengeName()).isEqualTo(ChallengeNameType.NEW_PASSWORD_REQUIRED);
    assertThat(challenge.session()).hasSize(1543);
    assertThat(challenge.challengeParameters())
        .containsEntry("USER_ID_FOR_SRP", "alice")
        .containsEntry("requiredAttributes", "[]")
        .containsEntry("userAttributes", "{\"email\":\"alice@example.com\"}");

    var tokens = answer("alice", CHOSEN, challenge.session()).authenticationResult();

    assertThat(tokens.tokenType()).isEqualTo("Bearer");
    assertThat(tokens.expiresIn()).isEqualTo(3600);
    assertThat(tokens.refreshToken()).isNotBlank();
    assertThat(login("ALICE", CHOSEN).authenticationResult().accessToken()).isNotBlank();
    refused(
        "NotAuthorizedException",
        "Incorrect username or password.",
        () -> login("alice", TEMPORARY));
    assertThat(cognito.adminGetUser(r -> r.userPoolId(poolId).username("alice")).userStatus())
        .isEqualTo(UserStatusType.CONFIRMED);
  }

  @Test
  void accessTokenVerifiesAgainstTheKeySet() throws Exception {
    var challenge = login("alice", TEMPORARY);
    var token =
        SignedJWT.parse(
            answer("alice", CHOSEN, challenge.session()).authenticationResult().accessToken());
    var keys =
        JWKSet.load(
            URI.create(
                    "http://localhost:" + server.port() + "/" + poolId + "/.well-known/jwks.json")
                .toURL());

    var key = keys.getKeyByKeyId(token.getHeader().getKeyID()).toRSAKey();

    assertThat(keys.containsNonPublicKeys()).isFalse();
    assertThat(token.verify(new RSASSAVerifier(key))).isTrue();
    var claims = token.getJWTClaimsSet();
    assertThat(claims.getIssuer())
        .isEqualTo("https://cognito-idp.us-east-1.amazonaws.com/" + poolId);
    assertThat(claims.getClaims())
        .containsEntry("client_id", clientId)
        .containsEntry("token_use", "access")
        .containsEntry("username", "alice")
        .containsKey("origin_jti");
    assertThat(claims.getExpirationTime().toInstant())
        .isEqualTo(clock.instant().plus(Duration.ofHours(1)));
  }

  @Test
  void wrongPasswordAndUnknownUserAreRefusedAlike() {
    refused(
        "NotAuthorizedException",
        "Incorrect username or password.",
        () -> login("alice", "Wrong-1"));
    refused(
        "NotAuthorizedException",
        "Incorrect username or password.",
        () -> login("nobody", TEMPORARY));
  }

  @Test
  @Hostile("V11")
  void sessionWorksOnce() {
    var session = login("alice", TEMPORARY).session();
    answer("alice", CHOSEN, session);

    refused(
        "NotAuthorizedException",
        "Invalid session for the user, session can only be used once.",
        () -> answer("alice", "Another-One-1", session));
  }

  @Test
  void ofParallelAnswersToOneSessionOneWins() throws Exception {
    var session = login("alice", TEMPORARY).session();
    var start = new CountDownLatch(1);
    var threads = Executors.newFixedThreadPool(64);
    List<Callable<String>> answers = new ArrayList<>();
    for (var i = 0; i < 64; i++) {
      var password = "Chosen-Number-" + i;
      answers.add(
          () -> {
            start.await();
            try {
              answer("alice", password, session);
              return password;
            } catch (CognitoIdentityProviderException e) {
              return e.awsErrorDetails().errorMessage();
            }
          });
    }

    var outcomes = answers.stream().map(threads::submit).toList();
    start.countDown();
    Map<String, Integer> counted = new HashMap<>();
    for (var outcome : outcomes) {
      counted.merge(outcome.get(), 1, Integer::sum);
    }
    threads.shutdown();

    assertThat(counted)
        .hasSize(2)
        .containsEntry("Invalid session for the user, session can only be used once.", 63);
    var winner =
        counted.keySet().stream().filter(o -> o.startsWith("Chosen")).findFirst().orElseThrow();
    assertThat(login("alice", winner).authenticationResult()).isNotNull();
  }

  @Test
  @Hostile("V10")
  void sessionExpires() {
    var session = login("alice", TEMPORARY).session();
    clock.advance(Duration.ofMinutes(3));

    refused(
        "NotAuthorizedException",
        "Invalid session for the user, session is expired.",
        () -> answer("alice", CHOSEN, session));
  }

  @Test
  @Hostile("V9")
  void sessionIsItsUsersAndItsClients() {
    create("bob");
    var session = login("alice", TEMPORARY).session();
    var otherClient = server.createUserPoolClient(poolId, UserPoolClientSettings.defaults()).id();

    refused(
        "NotAuthorizedException",
        "Invalid session for the user.",
        () -> answer("bob", CHOSEN, session));
    refused(
        "NotAuthorizedException",
        "Invalid session for the user.",
        () -> answer("alice", CHOSEN, "x".repeat(20)));
    refused(
        "NotAuthorizedException",
        "Invalid session for the user.",
        () ->
            cognito.respondToAuthChallenge(
                r ->
                    r.clientId(otherClient)
                        .challengeName(ChallengeNameType.NEW_PASSWORD_REQUIRED)
                        .session(session)
                        .challengeResponses(Map.of("USERNAME", "alice", "NEW_PASSWORD", CHOSEN))));
  }

  @Test
  void weakPasswordIsRefusedAndTheSessionStaysGood() {
    var session = login("alice", TEMPORARY).session();

    refused(
        "InvalidPasswordException",
        "Password does not conform to policy: Password not long enough",
        () -> answer("alice", "Short-1", session));
    refused(
        "InvalidPasswordException",
        "Password does not conform to policy: Password must have uppercase characters",
        () -> answer("alice", "long-enough-1", session));
    assertThat(answer("alice", CHOSEN, session).authenticationResult()).isNotNull();
  }

  @Test
  void temporaryPasswordExpires() {
    clock.advance(Duration.ofDays(7));

    refused(
        "NotAuthorizedException",
        "Temporary password has expired and must be reset by an administrator.",
        () -> login("alice", TEMPORARY));
  }

  @Test
  void administratorSetsPasswords() {
    cognito.adminSetUserPassword(
        r -> r.userPoolId(poolId).username("alice").password(CHOSEN).permanent(true));

    assertThat(login("alice", CHOSEN).authenticationResult()).isNotNull();
  }

  @Test
  void shapeIsCheckedAgainstTheServiceModel() {
    assertThatThrownBy(() -> answer("alice", CHOSEN, "abc"))
        .hasMessageStartingWith(
            "1 validation error detected: Value at 'session' failed to satisfy constraint: "
                + "Member must have length greater than or equal to 20");
    assertThatThrownBy(() -> cognito.initiateAuth(r -> r.clientId("not a client")))
        .hasMessageStartingWith("2 validation errors detected: ")
        .hasMessageContaining(
            "Value null at 'authFlow' failed to satisfy constraint: Member must not be null");
  }

  @Test
  void propertyNotEmulatedIsNamed() throws Exception {
    var warnings = new ArrayList<String>();
    UserPoolSettings.from(
        json("{\"UserPoolName\":\"x\",\"LambdaConfig\":{},\"Policies\":{\"SignInPolicy\":{}}}"),
        warnings::add);
    UserPoolClientSettings.from(
        json("{\"ClientName\":\"x\",\"AnalyticsConfiguration\":{}}"), warnings::add);

    assertThat(warnings)
        .containsExactlyInAnyOrder(
            "AWS::Cognito::UserPool property 'LambdaConfig' is not emulated",
            "AWS::Cognito::UserPool property 'Policies.SignInPolicy' is not emulated",
            "AWS::Cognito::UserPoolClient property 'AnalyticsConfiguration' is not emulated");
  }

  @Test
  void badPropertyIsRefusedByName() {
    assertThatThrownBy(() -> clientSettings("{\"AuthSessionValidity\":2}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "AWS::Cognito::UserPoolClient property 'AuthSessionValidity' must be 3 to 15, got '2'");
  }

  private void create(String username) {
    cognito.adminCreateUser(
        r ->
            r.userPoolId(poolId)
                .username(username)
                .temporaryPassword(TEMPORARY)
                .userAttributes(
                    AttributeType.builder()
                        .name("email")
                        .value(username + "@example.com")
                        .build()));
  }

  private InitiateAuthResponse login(String username, String password) {
    return cognito.initiateAuth(
        r ->
            r.clientId(clientId)
                .authFlow(AuthFlowType.USER_PASSWORD_AUTH)
                .authParameters(Map.of("USERNAME", username, "PASSWORD", password)));
  }

  private RespondToAuthChallengeResponse answer(String username, String password, String session) {
    return cognito.respondToAuthChallenge(
        r ->
            r.clientId(clientId)
                .challengeName(ChallengeNameType.NEW_PASSWORD_REQUIRED)
                .session(session)
                .challengeResponses(Map.of("USERNAME", username, "NEW_PASSWORD", password)));
  }

  private static void refused(String type, String message, Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            CognitoIdentityProviderException.class,
            e -> {
              assertThat(e.statusCode()).isEqualTo(400);
              assertThat(e.awsErrorDetails().errorCode()).isEqualTo(type);
              assertThat(e.awsErrorDetails().errorMessage()).isEqualTo(message);
            });
  }

  private static UserPoolSettings poolSettings(String json) throws Exception {
    return UserPoolSettings.from(json(json), unexpected());
  }

  private static UserPoolClientSettings clientSettings(String json) throws Exception {
    return UserPoolClientSettings.from(json(json), unexpected());
  }

  private static Consumer<String> unexpected() {
    return warning -> {
      throw new AssertionError(warning);
    };
  }

  private static JsonNode json(String json) throws Exception {
    return JsonMapper.builder().build().readTree(json);
  }
}

package io.github.cognitofirstlogin.auth.cognito;

import io.github.cognitofirstlogin.auth.cognito.AuthOutcome.Authenticated;
import io.github.cognitofirstlogin.auth.cognito.AuthOutcome.Challenged;
import io.github.cognitofirstlogin.auth.cognito.AuthOutcome.Failure;
import io.github.cognitofirstlogin.auth.cognito.AuthOutcome.Refused;
import io.github.cognitofirstlogin.auth.cognito.Cognito.Failed;
import io.github.cognitofirstlogin.auth.contract.ErrorCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ConfirmForgotPasswordRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ForgotPasswordRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.GetTokensFromRefreshTokenRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InitiateAuthRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RespondToAuthChallengeRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RespondToAuthChallengeResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RevokeTokenRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserContextDataType;

/** The calls to the user pool for one app client and one request. */
public final class UserPool {
  private static final String SECRET_HASH = "SECRET_HASH";

  private final Cognito cognito;
  private final AuthenticatorSetup setup;
  private final AppClient app;
  private final Optional<String> callersAddress;

  /**
   * @param callersAddress the address of the caller, which only a confidential client sends to
   *     Cognito
   */
  public UserPool(
      CognitoIdentityProviderClient client,
      AppClient app,
      Optional<String> callersAddress,
      Deadline deadline,
      Attempts attempts) {
    this.cognito = new Cognito(client, deadline, attempts);
    this.setup = new AuthenticatorSetup(cognito);
    this.app = app;
    this.callersAddress = callersAddress;
  }

  /** Signs in with a temporary or a permanent password. */
  public AuthOutcome signIn(String username, String password) {
    return outcome(
        () -> {
          Map<String, String> parameters = new LinkedHashMap<>();
          parameters.put("USERNAME", username);
          parameters.put("PASSWORD", password);
          secretHash(username).ifPresent(hash -> parameters.put(SECRET_HASH, hash));
          var answer =
              cognito.call(
                  Operation.INITIATE_AUTH,
                  List.of(password),
                  (client, configuration) ->
                      client.initiateAuth(
                          InitiateAuthRequest.builder()
                              .overrideConfiguration(configuration)
                              .clientId(app.id())
                              .authFlow(AuthFlowType.USER_PASSWORD_AUTH)
                              .authParameters(parameters)
                              .userContextData(caller())
                              .build()));
          return new AuthAnswer(
                  answer.authenticationResult(),
                  answer.challengeNameAsString(),
                  answer.session(),
                  answer.challengeParameters())
              .outcome(Operation.INITIATE_AUTH, username);
        });
  }

  /** Answers NEW_PASSWORD_REQUIRED; {@code attributes} have their plain names. */
  public AuthOutcome answerNewPassword(
      String username, String newPassword, String session, Map<String, String> attributes) {
    Map<String, String> responses = new LinkedHashMap<>();
    attributes.forEach((name, value) -> responses.put("userAttributes." + name, value));
    responses.put("NEW_PASSWORD", newPassword);
    AuthOutcome outcome =
        outcome(
            () ->
                respond(
                    "NEW_PASSWORD_REQUIRED", username, session, responses, List.of(newPassword)));
    return outcome instanceof Refused refused ? refused.naming(attributes.keySet()) : outcome;
  }

  /** Answers a challenge with one value. */
  public AuthOutcome answer(
      ChallengeAnswer challenge, String username, String value, String session) {
    return outcome(
        () ->
            respond(
                challenge.name(),
                username,
                session,
                Map.of(challenge.response(), value),
                List.of(value)));
  }

  /** Answers MFA_SETUP: verifies the authenticator app, then continues the sign-in. */
  public AuthOutcome answerSoftwareTokenSetup(String username, String code, String session) {
    return outcome(
        () ->
            setup.verified(
                code,
                session,
                next -> respond("MFA_SETUP", username, next, Map.of(), List.of(code))));
  }

  /** Sends the user a code for a new password; empty if Cognito accepted the request. */
  public Optional<Failure> requestPasswordReset(String username) {
    return failure(
        () -> {
          String hash = secretHash(username).orElse(null);
          cognito.call(
              Operation.FORGOT_PASSWORD,
              (client, configuration) ->
                  client.forgotPassword(
                      ForgotPasswordRequest.builder()
                          .overrideConfiguration(configuration)
                          .clientId(app.id())
                          .secretHash(hash)
                          .userContextData(caller())
                          .username(username)
                          .build()));
        });
  }

  /** Sets a new password with a code; empty if the password is set. */
  public Optional<Failure> resetPassword(String username, String code, String newPassword) {
    return failure(
        () -> {
          String hash = secretHash(username).orElse(null);
          cognito.call(
              Operation.CONFIRM_FORGOT_PASSWORD,
              List.of(code, newPassword),
              (client, configuration) ->
                  client.confirmForgotPassword(
                      ConfirmForgotPasswordRequest.builder()
                          .overrideConfiguration(configuration)
                          .clientId(app.id())
                          .secretHash(hash)
                          .userContextData(caller())
                          .username(username)
                          .confirmationCode(code)
                          .password(newPassword)
                          .build()));
        });
  }

  /** New tokens for a refresh token, with a new refresh token if the client rotates them. */
  public AuthOutcome refresh(String refreshToken) {
    return outcome(
        () -> {
          String secret = secret().orElse(null);
          var answer =
              cognito.call(
                  Operation.GET_TOKENS_FROM_REFRESH_TOKEN,
                  List.of(refreshToken),
                  (client, configuration) ->
                      client.getTokensFromRefreshToken(
                          GetTokensFromRefreshTokenRequest.builder()
                              .overrideConfiguration(configuration)
                              .clientId(app.id())
                              .clientSecret(secret)
                              .refreshToken(refreshToken)
                              .build()));
          return AuthAnswer.tokens(answer.authenticationResult())
              .<AuthOutcome>map(Authenticated::new)
              .orElseGet(() -> Refusals.senseless(Operation.GET_TOKENS_FROM_REFRESH_TOKEN));
        });
  }

  /**
   * Revokes a refresh token and every access token that came from it; empty if they are revoked.
   */
  public Optional<Failure> revoke(String refreshToken) {
    return failure(
        () -> {
          String secret = secret().orElse(null);
          cognito.call(
              Operation.REVOKE_TOKEN,
              List.of(refreshToken),
              (client, configuration) ->
                  client.revokeToken(
                      RevokeTokenRequest.builder()
                          .overrideConfiguration(configuration)
                          .clientId(app.id())
                          .clientSecret(secret)
                          .token(refreshToken)
                          .build()));
        });
  }

  private AuthOutcome respond(
      String challenge,
      String username,
      String session,
      Map<String, String> responses,
      List<String> secrets) {
    Map<String, String> all = new LinkedHashMap<>(responses);
    all.put("USERNAME", username);
    secretHash(username).ifPresent(hash -> all.put(SECRET_HASH, hash));
    List<String> unspoken = new ArrayList<>(secrets);
    unspoken.add(session);
    RespondToAuthChallengeResponse answer =
        cognito.call(
            Operation.RESPOND_TO_AUTH_CHALLENGE,
            unspoken,
            (client, configuration) ->
                client.respondToAuthChallenge(
                    RespondToAuthChallengeRequest.builder()
                        .overrideConfiguration(configuration)
                        .clientId(app.id())
                        .challengeName(challenge)
                        .session(session)
                        .challengeResponses(all)
                        .userContextData(caller())
                        .build()));
    return new AuthAnswer(
            answer.authenticationResult(),
            answer.challengeNameAsString(),
            answer.session(),
            answer.challengeParameters())
        .outcome(Operation.RESPOND_TO_AUTH_CHALLENGE, username);
  }

  private Optional<String> secret() {
    return app.secret().map(secret -> secret.value(cognito));
  }

  private Optional<String> secretHash(String username) {
    return app.secret().map(secret -> secret.hash(cognito, username));
  }

  /**
   * The caller's data for threat protection, which Cognito accepts only from a client with a
   * secret.
   */
  private @Nullable UserContextDataType caller() {
    return callersAddress
        .filter(address -> app.secret().isPresent())
        .map(address -> UserContextDataType.builder().ipAddress(address).build())
        .orElse(null);
  }

  private AuthOutcome outcome(Supplier<AuthOutcome> step) {
    try {
      AuthOutcome outcome = step.get();
      return outcome instanceof Challenged challenged
          ? new Challenged(setup.prepared(challenged.challenge()))
          : outcome;
    } catch (Failed e) {
      return failure(e);
    }
  }

  private Optional<Failure> failure(Runnable call) {
    try {
      call.run();
      return Optional.empty();
    } catch (Failed e) {
      return Optional.of(failure(e));
    }
  }

  /** The client may have another secret now, so the next call reads it again. */
  private Failure failure(Failed failed) {
    if (failed.isRefusal(ErrorCode.SERVICE_MISCONFIGURED)) {
      app.secret().ifPresent(ClientSecret::forget);
    }
    return failed.failure();
  }
}

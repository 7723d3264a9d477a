package io.github.cognitofirstlogin.auth;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AssociateSoftwareTokenRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AssociateSoftwareTokenResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CognitoIdentityProviderException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CognitoIdentityProviderRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CognitoIdentityProviderResponse;
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
import software.amazon.awssdk.services.cognitoidentityprovider.model.RespondToAuthChallengeRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RespondToAuthChallengeResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RevokeTokenRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RevokeTokenResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.VerifySoftwareTokenRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.VerifySoftwareTokenResponse;

/** A Cognito that gives the configured answers and records the requests. */
public final class FakeCognito implements CognitoIdentityProviderClient {
  private final Function<CognitoIdentityProviderRequest, CognitoIdentityProviderResponse> answer;
  private final List<CognitoIdentityProviderRequest> requests = new ArrayList<>();
  private Duration pause = Duration.ZERO;

  private FakeCognito(
      Function<CognitoIdentityProviderRequest, CognitoIdentityProviderResponse> answer) {
    this.answer = answer;
  }

  /** Gives the answers in turn: it returns responses and throws exceptions. */
  public static FakeCognito answering(Object... answers) {
    List<Object> left = new ArrayList<>(List.of(answers));
    return new FakeCognito(
        request -> {
          Object next = left.remove(0);
          return next instanceof RuntimeException failure
              ? raise(failure)
              : (CognitoIdentityProviderResponse) next;
        });
  }

  /** Signs every user in. */
  public static FakeCognito issuing(String accessToken, Integer expiresIn) {
    var result =
        AuthenticationResultType.builder().accessToken(accessToken).expiresIn(expiresIn).build();
    return new FakeCognito(
        request ->
            request instanceof InitiateAuthRequest
                ? InitiateAuthResponse.builder().authenticationResult(result).build()
                : RespondToAuthChallengeResponse.builder().authenticationResult(result).build());
  }

  /** Answers every request with the same challenge. */
  public static FakeCognito challenging(
      Consumer<InitiateAuthResponse.Builder> login,
      Consumer<RespondToAuthChallengeResponse.Builder> answer) {
    return new FakeCognito(
        request ->
            request instanceof InitiateAuthRequest
                ? InitiateAuthResponse.builder().applyMutation(login).build()
                : RespondToAuthChallengeResponse.builder().applyMutation(answer).build());
  }

  public static FakeCognito refusing(String exception, String message) {
    return failing(error(400, exception, message));
  }

  public static FakeCognito failing(RuntimeException failure) {
    return new FakeCognito(request -> raise(failure));
  }

  /** Fails with an exception that no code expects. */
  public static FakeCognito failing(Error failure) {
    return new FakeCognito(request -> raise(failure));
  }

  public static CognitoIdentityProviderException error(
      int status, String exception, String message) {
    return (CognitoIdentityProviderException)
        CognitoIdentityProviderException.builder()
            .statusCode(status)
            .awsErrorDetails(
                AwsErrorDetails.builder().errorCode(exception).errorMessage(message).build())
            .build();
  }

  /** A refusal with the status of all of Cognito's refusals. */
  public static CognitoIdentityProviderException refusal(String exception, String message) {
    return error(400, exception, message);
  }

  /** Waits this long before each further answer. */
  void takes(Duration time) {
    pause = time;
  }

  public List<CognitoIdentityProviderRequest> requests() {
    return requests;
  }

  /** The last request, which answers a challenge. */
  public RespondToAuthChallengeRequest lastAnswer() {
    return (RespondToAuthChallengeRequest) requests.get(requests.size() - 1);
  }

  public InitiateAuthRequest lastLogin() {
    return (InitiateAuthRequest) requests.get(requests.size() - 1);
  }

  @Override
  public InitiateAuthResponse initiateAuth(InitiateAuthRequest request) {
    return (InitiateAuthResponse) answer(request);
  }

  @Override
  public RespondToAuthChallengeResponse respondToAuthChallenge(
      RespondToAuthChallengeRequest request) {
    return (RespondToAuthChallengeResponse) answer(request);
  }

  @Override
  public AssociateSoftwareTokenResponse associateSoftwareToken(
      AssociateSoftwareTokenRequest request) {
    return (AssociateSoftwareTokenResponse) answer(request);
  }

  @Override
  public VerifySoftwareTokenResponse verifySoftwareToken(VerifySoftwareTokenRequest request) {
    return (VerifySoftwareTokenResponse) answer(request);
  }

  @Override
  public ForgotPasswordResponse forgotPassword(ForgotPasswordRequest request) {
    return (ForgotPasswordResponse) answer(request);
  }

  @Override
  public ConfirmForgotPasswordResponse confirmForgotPassword(ConfirmForgotPasswordRequest request) {
    return (ConfirmForgotPasswordResponse) answer(request);
  }

  @Override
  public GetTokensFromRefreshTokenResponse getTokensFromRefreshToken(
      GetTokensFromRefreshTokenRequest request) {
    return (GetTokensFromRefreshTokenResponse) answer(request);
  }

  @Override
  public RevokeTokenResponse revokeToken(RevokeTokenRequest request) {
    return (RevokeTokenResponse) answer(request);
  }

  @Override
  public DescribeUserPoolClientResponse describeUserPoolClient(
      DescribeUserPoolClientRequest request) {
    return (DescribeUserPoolClientResponse) answer(request);
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {}

  private CognitoIdentityProviderResponse answer(CognitoIdentityProviderRequest request) {
    requests.add(request);
    LockSupport.parkNanos(pause.toNanos());
    return answer.apply(request);
  }

  private static <T, E extends Throwable> T raise(E failure) throws E {
    throw failure;
  }
}

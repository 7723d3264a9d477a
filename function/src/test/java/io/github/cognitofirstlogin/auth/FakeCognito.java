package io.github.cognitofirstlogin.auth;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CognitoIdentityProviderException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CognitoIdentityProviderRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InitiateAuthRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InitiateAuthResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RespondToAuthChallengeRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RespondToAuthChallengeResponse;

/** A Cognito that gives one answer to everything and remembers what it was asked. */
public final class FakeCognito implements CognitoIdentityProviderClient {
  private final Supplier<InitiateAuthResponse> login;
  private final Supplier<RespondToAuthChallengeResponse> answer;
  private final List<CognitoIdentityProviderRequest> requests = new ArrayList<>();

  private FakeCognito(
      Supplier<InitiateAuthResponse> login, Supplier<RespondToAuthChallengeResponse> answer) {
    this.login = login;
    this.answer = answer;
  }

  /** Signs everybody in. */
  public static FakeCognito issuing(String accessToken, Integer expiresIn) {
    var result =
        AuthenticationResultType.builder().accessToken(accessToken).expiresIn(expiresIn).build();
    return new FakeCognito(
        () -> InitiateAuthResponse.builder().authenticationResult(result).build(),
        () -> RespondToAuthChallengeResponse.builder().authenticationResult(result).build());
  }

  /** Puts the same challenge to everybody. */
  public static FakeCognito challenging(
      Consumer<InitiateAuthResponse.Builder> login,
      Consumer<RespondToAuthChallengeResponse.Builder> answer) {
    return new FakeCognito(
        () -> InitiateAuthResponse.builder().applyMutation(login).build(),
        () -> RespondToAuthChallengeResponse.builder().applyMutation(answer).build());
  }

  public static FakeCognito refusing(String exception, String message) {
    return failing(error(400, exception, message));
  }

  public static FakeCognito failing(RuntimeException failure) {
    return new FakeCognito(() -> raise(failure), () -> raise(failure));
  }

  /** Fails in a way that no code expects. */
  public static FakeCognito failing(Error failure) {
    return new FakeCognito(() -> raise(failure), () -> raise(failure));
  }

  private static <T, E extends Throwable> T raise(E failure) throws E {
    throw failure;
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

  public List<CognitoIdentityProviderRequest> requests() {
    return requests;
  }

  /** The last request as one of NEW_PASSWORD_REQUIRED's answers. */
  public RespondToAuthChallengeRequest lastAnswer() {
    return (RespondToAuthChallengeRequest) requests.get(requests.size() - 1);
  }

  public InitiateAuthRequest lastLogin() {
    return (InitiateAuthRequest) requests.get(requests.size() - 1);
  }

  @Override
  public InitiateAuthResponse initiateAuth(InitiateAuthRequest request) {
    requests.add(request);
    return login.get();
  }

  @Override
  public RespondToAuthChallengeResponse respondToAuthChallenge(
      RespondToAuthChallengeRequest request) {
    requests.add(request);
    return answer.get();
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {}
}

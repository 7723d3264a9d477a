package io.github.cognitofirstlogin.auth.cognito;

import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/**
 * Facts about one event's requests to Cognito beyond their answers: the number of sent requests
 * with their repetitions, and whether Cognito told that a user does not exist.
 */
public final class Attempts {
  private static final String UNKNOWN_USER = "UserNotFoundException";

  private static final ExecutionAttribute<Attempts> OF_THIS_EVENT =
      new ExecutionAttribute<>("CognitoFirstLoginAttempts");

  private int sent;
  private boolean unknownUserTold;
  private boolean clientSecretMissing;

  public int sent() {
    return sent;
  }

  /**
   * Whether Cognito told that a user does not exist, which {@code PreventUserExistenceErrors}
   * prevents.
   */
  public boolean unknownUserTold() {
    return unknownUserTold;
  }

  /** Whether Cognito described the app client without its secret. */
  public boolean clientSecretMissing() {
    return clientSecretMissing;
  }

  void missedClientSecret() {
    clientSecretMissing = true;
  }

  void failed(SdkException failure) {
    if (failure instanceof AwsServiceException answer
        && ErrorType.of(answer).filter(UNKNOWN_USER::equals).isPresent()) {
      unknownUserTold = true;
    }
  }

  void count(AwsRequestOverrideConfiguration.Builder call) {
    call.putExecutionAttribute(OF_THIS_EVENT, this);
  }

  /** The SDK's client calls this for each try, because only the client knows about a second try. */
  static final class Counter implements ExecutionInterceptor {
    @Override
    public void beforeTransmission(
        Context.BeforeTransmission context, ExecutionAttributes attributes) {
      Attempts attempts = attributes.getAttribute(OF_THIS_EVENT);
      if (attempts != null) {
        attempts.sent++;
      }
    }
  }
}

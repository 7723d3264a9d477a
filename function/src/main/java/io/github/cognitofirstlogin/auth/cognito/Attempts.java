package io.github.cognitofirstlogin.auth.cognito;

import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/**
 * What came of one event's requests to Cognito, beyond the answers: how many were sent, every try
 * of every call, and whether Cognito told who has no account.
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

  /** A client that prevents it ({@code PreventUserExistenceErrors}) never hears of that. */
  public boolean unknownUserTold() {
    return unknownUserTold;
  }

  /** Whether Cognito described the app client and told no secret of it. */
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

  /** Told of each try by the client, which is the only one to know about the second. */
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

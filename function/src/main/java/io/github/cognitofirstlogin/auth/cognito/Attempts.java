package io.github.cognitofirstlogin.auth.cognito;

import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** How many requests one event has sent to Cognito: every try of every call. */
public final class Attempts {
  private static final ExecutionAttribute<Attempts> OF_THIS_EVENT =
      new ExecutionAttribute<>("CognitoFirstLoginAttempts");

  private int sent;

  public int sent() {
    return sent;
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

package io.github.cognitofirstlogin.auth;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import io.github.cognitofirstlogin.oracle.Watch;
import java.nio.charset.StandardCharsets;

/** A Lambda context that keeps what is logged. */
final class LocalContext implements Context {
  private final StringBuffer log = new StringBuffer();
  private final int remainingMillis;

  LocalContext() {
    this(15_000);
  }

  LocalContext(int remainingMillis) {
    this.remainingMillis = remainingMillis;
  }

  String log() {
    return log.toString();
  }

  @Override
  public String getAwsRequestId() {
    return "lambda-request-id";
  }

  @Override
  public String getLogGroupName() {
    return "group";
  }

  @Override
  public String getLogStreamName() {
    return "stream";
  }

  @Override
  public String getFunctionName() {
    return "function";
  }

  @Override
  public String getFunctionVersion() {
    return "1";
  }

  @Override
  public String getInvokedFunctionArn() {
    return "arn:aws:lambda:eu-central-1:123456789012:function:function";
  }

  @Override
  public CognitoIdentity getIdentity() {
    return null;
  }

  @Override
  public ClientContext getClientContext() {
    return null;
  }

  @Override
  public int getRemainingTimeInMillis() {
    return remainingMillis;
  }

  @Override
  public int getMemoryLimitInMB() {
    return 1024;
  }

  @Override
  public LambdaLogger getLogger() {
    return new LambdaLogger() {
      @Override
      public void log(String message) {
        log.append(message);
        Watch.current().logged(message);
      }

      @Override
      public void log(byte[] message) {
        log(new String(message, StandardCharsets.UTF_8));
      }
    };
  }
}

package io.github.cognitofirstlogin.auth;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/** The Lambda entry point of the API. */
public final class AuthHandler implements RequestStreamHandler {
  public AuthHandler() {
    this(System.getenv());
  }

  /** For hosts that cannot set the environment of their own process, such as the local run. */
  public AuthHandler(Map<String, String> environment) {}

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context) {
    throw new UnsupportedOperationException();
  }
}

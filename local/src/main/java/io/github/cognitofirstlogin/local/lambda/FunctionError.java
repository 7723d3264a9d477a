package io.github.cognitofirstlogin.local.lambda;

/** A call of the function that ended without an output. */
public final class FunctionError extends RuntimeException {
  private static final long serialVersionUID = 1;

  FunctionError(String message) {
    super(message);
  }
}

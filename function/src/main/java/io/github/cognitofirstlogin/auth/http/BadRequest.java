package io.github.cognitofirstlogin.auth.http;

import io.github.cognitofirstlogin.auth.contract.ErrorCode;

/**
 * A message that cannot be read: refused before Cognito is asked. Its text goes to the caller and
 * quotes nothing that was sent.
 */
public final class BadRequest extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ErrorCode code;

  public BadRequest(ErrorCode code) {
    this(code, code.message());
  }

  public BadRequest(ErrorCode code, String message) {
    super(message, null, false, false);
    this.code = code;
  }

  public ErrorCode code() {
    return code;
  }

  /** The text for the caller. */
  public String message() {
    return String.valueOf(getMessage());
  }
}

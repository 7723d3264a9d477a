package io.github.cognitofirstlogin.auth.http;

import io.github.cognitofirstlogin.auth.contract.ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * A request that the function refuses before it calls Cognito. The text is for the caller and
 * repeats no value of the request.
 */
public final class BadRequest extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ErrorCode code;
  private final @Nullable String attribute;

  public BadRequest(ErrorCode code) {
    this(code, code.message());
  }

  public BadRequest(ErrorCode code, String message) {
    this(code, message, null);
  }

  private BadRequest(ErrorCode code, String message, @Nullable String attribute) {
    super(message, null, false, false);
    this.code = code;
    this.attribute = attribute;
  }

  /** A refusal that names a user attribute. */
  public static BadRequest ofAttribute(ErrorCode code, String attribute) {
    return new BadRequest(code, code.message(), attribute);
  }

  public ErrorCode code() {
    return code;
  }

  public @Nullable String attribute() {
    return attribute;
  }

  /** The text for the caller. */
  public String message() {
    return String.valueOf(getMessage());
  }
}

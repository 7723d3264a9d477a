package io.github.cognitofirstlogin.auth.contract;

import java.util.Locale;
import java.util.Optional;

/**
 * The codes of all errors. Callers, alarms and the runbook use the stable {@code code}. Each code
 * also has an HTTP status and a public text.
 *
 * <p>A code may have another status in a step of the first login ({@code /change-password}) than at
 * a sign-in, because the original contract answers every mistake of the caller there with 400.
 */
public enum ErrorCode {
  INVALID_JSON(400, "Invalid JSON format in request body"),
  INVALID_PARAMETER(400, "A value in the request is not valid."),
  PAYLOAD_TOO_LARGE(413, "The request body is too large."),
  NOT_FOUND(404, "Not Found"),
  UNSUPPORTED_MEDIA_TYPE(415, "The Content-Type must be application/json."),
  ORIGIN_NOT_ALLOWED(403, "Requests from this origin are not allowed."),
  HEADER_MISSING(403, "The header X-Requested-With is missing."),

  /** There is no valid session. */
  SESSION_ENDED(401, "Your session has ended. Sign in again."),
  /**
   * A refresh token was used after its grace period, so another person may have it. The reply has
   * the code of an ended session.
   */
  REFRESH_TOKEN_REUSED(401, "Your session has ended. Sign in again."),

  INVALID_PASSWORD(400, "The password does not meet the password policy."),
  PASSWORD_REUSED(400, "The password was used before."),
  NOT_AUTHORIZED(400, 401, "Incorrect username or password."),
  REQUEST_REJECTED(400, "The request was rejected."),
  SESSION_USED(400, "The session can only be used once. Sign in again."),
  SESSION_EXPIRED(400, "The session is expired. Sign in again."),
  SESSION_INVALID(400, "The session is not valid. Sign in again."),
  TEMPORARY_PASSWORD_EXPIRED(
      400, 403, "The temporary password has expired. Ask an administrator for a new one."),
  PASSWORD_RESET_REQUIRED(400, 403, "Password reset required for the user"),
  ATTRIBUTE_MISSING(400, "A required attribute is missing."),
  ATTRIBUTE_INVALID(400, "An attribute is not valid."),
  ATTRIBUTE_ALREADY_SET(400, "That attribute is set already."),
  ATTRIBUTE_NOT_WRITABLE(400, "That attribute cannot be set."),
  ATTRIBUTE_CONFLICT(400, "That e-mail address or phone number cannot be used."),
  CODE_MISMATCH(
      400,
      "The code does not match. Check it, and for an authenticator app also the device clock."),
  CODE_INVALID(400, "The code is not valid."),
  CODE_EXPIRED(400, "The code has expired."),
  MFA_METHOD_UNAVAILABLE(400, "This verification method is not available."),
  CHALLENGE_UNSUPPORTED(501, "This challenge cannot be answered here."),
  REJECTED_BY_POLICY(400, "The request was rejected."),
  CONFLICT(409, "Another request for this user got in between. Try again."),
  BLOCKED(403, "The request was blocked."),
  ATTEMPT_LIMIT(429, "Too many attempts. Try again later."),
  TOO_MANY_REQUESTS(429, "Too many requests. Try again later."),

  /** The user is signed in, but browsers would not keep or send all cookies. */
  TOKEN_TOO_LARGE(200, "A token is too large for a cookie."),
  /**
   * No code was sent, because the user has not completed the first login. Only the log and a metric
   * have this code.
   */
  RESET_BEFORE_FIRST_LOGIN(200, "If the account exists, a code was sent."),
  /** No code was sent for another reason. Only the log and a metric have this code. */
  RESET_UNAVAILABLE(200, "If the account exists, a code was sent."),

  /** The change may have taken place, because no trustworthy answer came. */
  OUTCOME_UNKNOWN(
      502,
      "We could not confirm the change. Your new password may already be in effect: sign in with"
          + " it; if that fails, sign in again with the temporary password."),
  UPSTREAM_ERROR(502, "The sign-in service could not complete the request."),
  UPSTREAM_TIMEOUT(504, "The sign-in service did not answer in time."),
  UPSTREAM_UNAVAILABLE(503, "The sign-in service cannot be reached. Nothing was changed."),
  CODE_DELIVERY_FAILED(503, "The code could not be sent."),
  NOT_AVAILABLE_HERE(503, "Not available in this region right now."),
  SERVICE_MISCONFIGURED(500, "The service is not configured correctly."),
  INTERNAL_ERROR(500, "An internal error occurred.");

  private final int status;
  private final int signInStatus;
  private final String message;

  ErrorCode(int status, String message) {
    this(status, status, message);
  }

  ErrorCode(int status, int signInStatus, String message) {
    this.status = status;
    this.signInStatus = signInStatus;
    this.message = message;
  }

  /** The stable name in replies, logs and metrics. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The HTTP status in a step of the first login. */
  public int status() {
    return status;
  }

  /** The HTTP status when signing in. */
  public int signInStatus() {
    return signInStatus;
  }

  /** The number of seconds after which another try may succeed; empty if waiting does not help. */
  public Optional<Integer> retryAfter() {
    return switch (this) {
      case CONFLICT -> Optional.of(1);
      case TOO_MANY_REQUESTS -> Optional.of(5);
      case ATTEMPT_LIMIT -> Optional.of(900);
      case UPSTREAM_UNAVAILABLE -> Optional.of(2);
      case CODE_DELIVERY_FAILED -> Optional.of(30);
      default -> Optional.empty();
    };
  }

  /** The public text for an error without a more specific text. */
  public String message() {
    return message;
  }
}

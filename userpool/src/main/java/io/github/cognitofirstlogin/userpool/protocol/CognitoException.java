package io.github.cognitofirstlogin.userpool.protocol;

/** An error answer of Cognito. The caller reads its message. */
public final class CognitoException extends RuntimeException {

  private final String type;

  public CognitoException(String type, String message) {
    super(message, null, false, false);
    this.type = type;
  }

  public static CognitoException notAuthorized(String message) {
    return new CognitoException("NotAuthorizedException", message);
  }

  public static CognitoException invalidParameter(String message) {
    return new CognitoException("InvalidParameterException", message);
  }

  public static CognitoException invalidPassword(String message) {
    return new CognitoException("InvalidPasswordException", message);
  }

  public static CognitoException userNotFound() {
    return new CognitoException("UserNotFoundException", "User does not exist.");
  }

  public static CognitoException resourceNotFound(String message) {
    return new CognitoException("ResourceNotFoundException", message);
  }

  public String type() {
    return type;
  }

  /** The HTTP status the service model gives to the type. */
  public int status() {
    return type.equals("InternalErrorException") ? 500 : 400;
  }

  /** Never null, unlike the message of other exceptions. */
  public String text() {
    return String.valueOf(getMessage());
  }
}

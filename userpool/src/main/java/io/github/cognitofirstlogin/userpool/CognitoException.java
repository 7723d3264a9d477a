package io.github.cognitofirstlogin.userpool;

/** An error answer of Cognito. The caller reads its message. */
final class CognitoException extends RuntimeException {

  private final String type;

  CognitoException(String type, String message) {
    super(message, null, false, false);
    this.type = type;
  }

  static CognitoException notAuthorized(String message) {
    return new CognitoException("NotAuthorizedException", message);
  }

  static CognitoException invalidParameter(String message) {
    return new CognitoException("InvalidParameterException", message);
  }

  static CognitoException invalidPassword(String message) {
    return new CognitoException("InvalidPasswordException", message);
  }

  static CognitoException userNotFound() {
    return new CognitoException("UserNotFoundException", "User does not exist.");
  }

  static CognitoException resourceNotFound(String message) {
    return new CognitoException("ResourceNotFoundException", message);
  }

  String type() {
    return type;
  }

  /** The HTTP status the service model gives to the type. */
  int status() {
    return type.equals("InternalErrorException") ? 500 : 400;
  }

  /** Never null, unlike the message of other exceptions. */
  String text() {
    return String.valueOf(getMessage());
  }
}

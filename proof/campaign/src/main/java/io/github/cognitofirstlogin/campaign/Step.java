package io.github.cognitofirstlogin.campaign;

/** A request of a user, and the call of Cognito that follows from it. */
enum Step {
  LOGIN("POST", "/login", "InitiateAuth"),
  CHANGE_PASSWORD("POST", "/change-password", "RespondToAuthChallenge"),
  REFRESH("POST", "/session/refresh", "GetTokensFromRefreshToken"),
  SESSION("GET", "/session", ""),
  SIGN_OUT("DELETE", "/session", "RevokeToken");

  private final String method;
  private final String path;
  private final String operation;

  Step(String method, String path, String operation) {
    this.method = method;
    this.path = path;
    this.operation = operation;
  }

  String method() {
    return method;
  }

  String path() {
    return path;
  }

  /** Empty if the step does not call Cognito. */
  String operation() {
    return operation;
  }

  String route() {
    return method + " " + path;
  }
}

package io.github.cognitofirstlogin.local.campaign;

/** What a person asks of the API, and the call of Cognito that it comes down to. */
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

  /** Empty where Cognito is not asked. */
  String operation() {
    return operation;
  }

  String route() {
    return method + " " + path;
  }
}

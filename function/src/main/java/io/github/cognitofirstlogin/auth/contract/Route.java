package io.github.cognitofirstlogin.auth.contract;

import java.util.Arrays;
import java.util.Optional;

/** Every route of the API. The stack creates exactly these, the function serves exactly these. */
public enum Route {
  LOGIN("POST", "/login", Payload.JSON),
  CHANGE_PASSWORD("POST", "/change-password", Payload.JSON),
  CHALLENGE("POST", "/challenge", Payload.JSON),
  FORGOT_PASSWORD("POST", "/forgot-password", Payload.JSON),
  CONFIRM_FORGOT_PASSWORD("POST", "/confirm-forgot-password", Payload.JSON),
  REFRESH_SESSION("POST", "/session/refresh", Payload.NONE),
  SESSION("GET", "/session", Payload.NONE),
  SIGN_OUT("DELETE", "/session", Payload.NONE),
  PASSWORD_POLICY("GET", "/password-policy", Payload.NONE);

  /** The kinds of values that a request of a route can have. */
  public enum Payload {
    JSON,
    NONE
  }

  private final String method;
  private final String path;
  private final Payload payload;

  Route(String method, String path, Payload payload) {
    this.method = method;
    this.path = path;
    this.payload = payload;
  }

  public String method() {
    return method;
  }

  public String path() {
    return path;
  }

  public Payload payload() {
    return payload;
  }

  /** Whether a request of this route only reads. */
  public boolean isSafe() {
    return method.equals("GET");
  }

  /** API Gateway's own name for the route, as it is in the event: {@code POST /login}. */
  public String key() {
    return method + " " + path;
  }

  public static Optional<Route> of(String key) {
    return Arrays.stream(values()).filter(route -> route.key().equals(key)).findFirst();
  }
}

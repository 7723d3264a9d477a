package io.github.cognitofirstlogin.auth.contract;

import java.util.Arrays;
import java.util.Optional;

/** Every route of the API. The stack creates exactly these, the function serves exactly these. */
public enum Route {
  LOGIN("POST", "/login"),
  CHANGE_PASSWORD("POST", "/change-password"),
  CHALLENGE("POST", "/challenge"),
  FORGOT_PASSWORD("POST", "/forgot-password"),
  CONFIRM_FORGOT_PASSWORD("POST", "/confirm-forgot-password"),
  PASSWORD_POLICY("GET", "/password-policy");

  private final String method;
  private final String path;

  Route(String method, String path) {
    this.method = method;
    this.path = path;
  }

  public String method() {
    return method;
  }

  public String path() {
    return path;
  }

  /** API Gateway's own name for the route, as it arrives in the event: {@code POST /login}. */
  public String key() {
    return method + " " + path;
  }

  public static Optional<Route> of(String key) {
    return Arrays.stream(values()).filter(route -> route.key().equals(key)).findFirst();
  }
}

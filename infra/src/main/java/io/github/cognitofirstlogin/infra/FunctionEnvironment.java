package io.github.cognitofirstlogin.infra;

import io.github.cognitofirstlogin.auth.contract.CookieShape;
import io.github.cognitofirstlogin.auth.contract.Setting;
import io.github.cognitofirstlogin.infra.config.Hosts;
import io.github.cognitofirstlogin.infra.config.Origin;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The environment variables of the functions: the value of each {@link Setting}. */
final class FunctionEnvironment {
  private final Map<String, String> variables = new TreeMap<>();

  private FunctionEnvironment() {}

  /** The variables of the API's function. */
  static Map<String, String> ofApi(UserDirectory users, Hosts hosts, Optional<FrontDoor> door) {
    var environment = new FunctionEnvironment();
    environment.addSession(users, hosts, door);
    environment.add(Setting.USER_POOL_CLIENT_TYPE, users.clientType().name());
    environment.add(
        Setting.AUTH_SESSION_VALIDITY, Long.toString(users.lifetimes().authSession().toMinutes()));
    environment.add(
        Setting.REFRESH_TOKEN_VALIDITY, Long.toString(users.lifetimes().refreshToken().toDays()));
    environment.add(Setting.WRITABLE_ATTRIBUTES, String.join(",", users.writableAttributes()));
    environment.add(
        Setting.PASSWORD_POLICY, users.passwordPolicy().map(PasswordPolicyJson::of).orElse("{}"));
    environment.add(Setting.TOTP_ISSUER, hosts.totpIssuer());
    door.ifPresent(front -> environment.add(Setting.ALLOWED_ORIGINS, front.url()));
    if (!hosts.allowedOrigins().isEmpty()) {
      environment.add(
          Setting.ALLOWED_ORIGINS,
          hosts.allowedOrigins().stream().map(Origin::value).collect(Collectors.joining(",")));
    }
    return environment.variables;
  }

  /** The variables of the authorizer's function. */
  static Map<String, String> ofAuthorizer(
      UserDirectory users, Hosts hosts, Optional<FrontDoor> door) {
    var environment = new FunctionEnvironment();
    environment.addSession(users, hosts, door);
    return environment.variables;
  }

  /** The variables with which a function finds and verifies a session. */
  private void addSession(UserDirectory users, Hosts hosts, Optional<FrontDoor> door) {
    add(Setting.USER_POOL_ID, users.pool().getUserPoolId());
    add(Setting.USER_POOL_CLIENT_ID, users.client().getUserPoolClientId());
    door.ifPresent(
        front -> {
          add(Setting.API_PATH, FrontDoor.API_PATH);
          add(Setting.FRONT_DOOR_KEY, front.key());
        });
    var shape = hosts.cookieShape();
    add(Setting.COOKIE_SHAPE, shape.name());
    if (shape == CookieShape.SHARED_DOMAIN) {
      var domain = hosts.sharedDomain().orElseThrow();
      add(Setting.COOKIE_DOMAIN, domain.attribute());
      add(Setting.COOKIE_SAME_SITE, domain.sameSite().attribute());
    }
  }

  private void add(Setting setting, String value) {
    variables.put(setting.name(), value);
  }
}

package io.github.cognitofirstlogin.infra;

import io.github.cognitofirstlogin.auth.contract.CookieShape;
import io.github.cognitofirstlogin.auth.contract.Setting;
import io.github.cognitofirstlogin.infra.config.AuthConfig;
import io.github.cognitofirstlogin.infra.config.Origin;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The environment variables of the functions: each {@link Setting} from what it is a twin of. */
final class FunctionEnvironment {
  private final Map<String, String> variables = new TreeMap<>();

  private FunctionEnvironment() {}

  /** What the function behind the routes reads. */
  static Map<String, String> ofApi(
      UserDirectory users, AuthConfig config, Optional<FrontDoor> door) {
    var environment = new FunctionEnvironment();
    environment.addSession(users, config, door);
    environment.add(Setting.USER_POOL_CLIENT_TYPE, users.clientType().name());
    environment.add(Setting.AUTH_SESSION_VALIDITY, Integer.toString(users.authSessionMinutes()));
    environment.add(Setting.REFRESH_TOKEN_VALIDITY, Integer.toString(users.refreshTokenDays()));
    environment.add(Setting.WRITABLE_ATTRIBUTES, String.join(",", users.writableAttributes()));
    environment.add(
        Setting.PASSWORD_POLICY, users.passwordPolicy().map(PasswordPolicyJson::of).orElse("{}"));
    environment.add(Setting.TOTP_ISSUER, config.totpIssuer());
    door.ifPresent(front -> environment.add(Setting.ALLOWED_ORIGINS, front.url()));
    if (!config.api().allowedOrigins().isEmpty()) {
      environment.add(
          Setting.ALLOWED_ORIGINS,
          config.api().allowedOrigins().stream()
              .map(Origin::value)
              .collect(Collectors.joining(",")));
    }
    return environment.variables;
  }

  /** What the authorizer reads. */
  static Map<String, String> ofAuthorizer(
      UserDirectory users, AuthConfig config, Optional<FrontDoor> door) {
    var environment = new FunctionEnvironment();
    environment.addSession(users, config, door);
    return environment.variables;
  }

  /** What it takes to find a session in a request and to trust it. */
  private void addSession(UserDirectory users, AuthConfig config, Optional<FrontDoor> door) {
    add(Setting.USER_POOL_ID, users.pool().getUserPoolId());
    add(Setting.USER_POOL_CLIENT_ID, users.client().getUserPoolClientId());
    door.ifPresent(
        front -> {
          add(Setting.API_PATH, FrontDoor.API_PATH);
          add(Setting.FRONT_DOOR_KEY, front.key());
        });
    var shape = config.cookieShape();
    add(Setting.COOKIE_SHAPE, shape.name());
    if (shape == CookieShape.SHARED_DOMAIN) {
      var domain = config.sharedDomain().orElseThrow();
      add(Setting.COOKIE_DOMAIN, domain.attribute());
      add(Setting.COOKIE_SAME_SITE, domain.sameSite());
    }
  }

  private void add(Setting setting, String value) {
    variables.put(setting.name(), value);
  }
}

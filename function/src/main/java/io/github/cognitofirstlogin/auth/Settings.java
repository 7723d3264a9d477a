package io.github.cognitofirstlogin.auth;

import io.github.cognitofirstlogin.auth.cognito.AppClient;
import io.github.cognitofirstlogin.auth.cognito.ClientSecret;
import io.github.cognitofirstlogin.auth.cognito.RoleCredentials;
import io.github.cognitofirstlogin.auth.contract.Setting;
import io.github.cognitofirstlogin.auth.contract.UserPoolClientType;
import io.github.cognitofirstlogin.auth.endpoint.WritableAttributes;
import io.github.cognitofirstlogin.auth.http.LoopbackHost;
import io.github.cognitofirstlogin.auth.http.Origins;
import io.github.cognitofirstlogin.auth.text.Json;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The settings of the API's function. A missing or wrong value stops the start, and the error names
 * the variable.
 */
record Settings(
    SessionSettings session,
    AppClient client,
    Duration authSessionValidity,
    Duration refreshTokenValidity,
    Origins origins,
    WritableAttributes writableAttributes,
    Map<String, @Nullable Object> passwordPolicy,
    String totpIssuer) {
  private static final Pattern MINUTES = Pattern.compile("[3-9]|1[0-5]");
  private static final Pattern DAYS = Pattern.compile("[1-9]\\d{0,3}");
  private static final Pattern ATTRIBUTES = Pattern.compile("[\\w:.-]+(,[\\w:.-]+)*");
  private static final Pattern ORIGINS =
      Pattern.compile("https?://[a-z0-9.:\\[\\]-]+(,https?://[a-z0-9.:\\[\\]-]+)*");

  /** Without TLS, an attacker in the network can pose as a page of that origin. */
  private static final Pattern CLEAR_TEXT = Pattern.compile("http://(?<host>.+?)(:\\d*)?");

  static Settings from(Map<String, String> variables) {
    Environment environment = new Environment(variables);
    SessionSettings session = SessionSettings.from(variables);
    return new Settings(
        session,
        client(session, environment),
        Duration.ofMinutes(
            Long.parseLong(environment.required(Setting.AUTH_SESSION_VALIDITY, MINUTES))),
        Duration.ofDays(Long.parseLong(environment.required(Setting.REFRESH_TOKEN_VALIDITY, DAYS))),
        new Origins(origins(environment)),
        new WritableAttributes(
            Set.copyOf(environment.list(Setting.WRITABLE_ATTRIBUTES, ATTRIBUTES))),
        passwordPolicy(environment),
        environment.required(Setting.TOTP_ISSUER));
  }

  private static Set<String> origins(Environment environment) {
    if (environment.optional(Setting.ALLOWED_ORIGINS).isEmpty()) {
      return Set.of();
    }
    List<String> origins = environment.list(Setting.ALLOWED_ORIGINS, ORIGINS);
    for (String origin : origins) {
      Matcher clearText = CLEAR_TEXT.matcher(origin);
      if (clearText.matches() && !LoopbackHost.ofABrowser(clearText.group("host"))) {
        throw Environment.illegal(Setting.ALLOWED_ORIGINS);
      }
    }
    return Set.copyOf(origins);
  }

  private static AppClient client(SessionSettings session, Environment environment) {
    UserPoolClientType type =
        environment.required(Setting.USER_POOL_CLIENT_TYPE, UserPoolClientType.values());
    return switch (type) {
      case PUBLIC -> new AppClient(session.clientId(), Optional.empty());
      case CONFIDENTIAL ->
          new AppClient(
              session.clientId(),
              Optional.of(
                  new ClientSecret(
                      session.poolId(), session.clientId(), roleCredentials(environment))));
    };
  }

  private static RoleCredentials roleCredentials(Environment environment) {
    return environment.optional(Setting.AWS_CONTAINER_CREDENTIALS_FULL_URI).isPresent()
        ? RoleCredentials.ofContainer()
        : RoleCredentials.of(
            environment.required(Setting.AWS_ACCESS_KEY_ID),
            environment.required(Setting.AWS_SECRET_ACCESS_KEY),
            environment.required(Setting.AWS_SESSION_TOKEN));
  }

  private static Map<String, @Nullable Object> passwordPolicy(Environment environment) {
    try {
      return Json.object(environment.required(Setting.PASSWORD_POLICY));
    } catch (Json.MalformedJson e) {
      throw Environment.illegal(Setting.PASSWORD_POLICY);
    }
  }
}

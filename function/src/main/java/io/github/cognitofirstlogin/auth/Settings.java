package io.github.cognitofirstlogin.auth;

import io.github.cognitofirstlogin.auth.contract.CookieShape;
import io.github.cognitofirstlogin.auth.contract.Setting;
import io.github.cognitofirstlogin.auth.endpoint.WritableAttributes;
import io.github.cognitofirstlogin.auth.http.Json;
import io.github.cognitofirstlogin.auth.http.SessionCookie;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the function was deployed with; the only reader of the environment. A value that is missing
 * or wrong ends the start, with the variable's name.
 */
record Settings(
    String clientId,
    String region,
    Optional<URI> endpoint,
    SessionCookie cookie,
    Duration authSessionValidity,
    WritableAttributes writableAttributes,
    Map<String, @Nullable Object> passwordPolicy,
    String totpIssuer) {
  /** The service model's own pattern for a client id. */
  private static final Pattern CLIENT_ID = Pattern.compile("[\\w+]{1,128}");

  private static final Pattern REGION = Pattern.compile("[a-z]{2}(-[a-z]+)+-\\d");

  /** A host name behind a dot: whatever could end an attribute or a header is not in it. */
  private static final Pattern COOKIE_DOMAIN =
      Pattern.compile("\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+");

  private static final Pattern ATTRIBUTES = Pattern.compile("[\\w:.-]+(,[\\w:.-]+)*");
  private static final Pattern SAME_SITE = Pattern.compile("None|Lax|Strict");
  private static final Pattern MINUTES = Pattern.compile("[3-9]|1[0-5]");

  static Settings from(Map<String, String> environment) {
    return new Settings(
        required(environment, Setting.USER_POOL_CLIENT_ID, CLIENT_ID),
        required(environment, Setting.AWS_REGION, REGION),
        endpoint(environment),
        cookie(environment),
        Duration.ofMinutes(
            Long.parseLong(required(environment, Setting.AUTH_SESSION_VALIDITY, MINUTES))),
        new WritableAttributes(
            Set.of(required(environment, Setting.WRITABLE_ATTRIBUTES, ATTRIBUTES).split(","))),
        passwordPolicy(environment),
        required(environment, Setting.TOTP_ISSUER));
  }

  private static SessionCookie cookie(Map<String, String> environment) {
    return switch (shape(environment)) {
      case SHARED_DOMAIN ->
          SessionCookie.sharedDomain(
              required(environment, Setting.COOKIE_DOMAIN, COOKIE_DOMAIN),
              required(environment, Setting.COOKIE_SAME_SITE, SAME_SITE));
      case CROSS_SITE -> SessionCookie.crossSite();
    };
  }

  private static Map<String, @Nullable Object> passwordPolicy(Map<String, String> environment) {
    try {
      return Json.object(required(environment, Setting.PASSWORD_POLICY));
    } catch (Json.MalformedJson e) {
      throw illegal(Setting.PASSWORD_POLICY);
    }
  }

  private static CookieShape shape(Map<String, String> environment) {
    String name = required(environment, Setting.COOKIE_SHAPE);
    return Arrays.stream(CookieShape.values())
        .filter(shape -> shape.name().equals(name))
        .findFirst()
        .orElseThrow(() -> illegal(Setting.COOKIE_SHAPE));
  }

  private static Optional<URI> endpoint(Map<String, String> environment) {
    Setting setting = Setting.AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER;
    String url = environment.get(setting.name());
    if (url == null || url.isBlank()) {
      return Optional.empty();
    }
    try {
      URI endpoint = URI.create(url.strip());
      if (endpoint.getHost() == null || !endpoint.getScheme().matches("https?")) {
        throw illegal(setting);
      }
      return Optional.of(endpoint);
    } catch (IllegalArgumentException e) {
      throw illegal(setting);
    }
  }

  private static String required(Map<String, String> environment, Setting setting, Pattern form) {
    String value = required(environment, setting);
    if (!form.matcher(value).matches()) {
      throw illegal(setting);
    }
    return value;
  }

  private static String required(Map<String, String> environment, Setting setting) {
    String value = environment.get(setting.name());
    if (value == null || value.isBlank()) {
      throw new IllegalStateException("environment variable " + setting + " is not set");
    }
    return value;
  }

  /** Without the value: nobody knows what was put into the wrong variable. */
  private static IllegalStateException illegal(Setting setting) {
    return new IllegalStateException("environment variable " + setting + " has an illegal value");
  }
}

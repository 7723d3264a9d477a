package io.github.cognitofirstlogin.auth;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.github.cognitofirstlogin.auth.contract.Route;
import io.github.cognitofirstlogin.auth.http.BadRequest;
import io.github.cognitofirstlogin.auth.session.AccessTokens;
import io.github.cognitofirstlogin.auth.session.SigningKey;
import io.github.cognitofirstlogin.auth.text.Json;
import io.github.cognitofirstlogin.leaks.Watch;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The function as API Gateway calls it: it takes events, returns responses and keeps the log lines.
 */
public final class Api {
  public static final String CLIENT_ID = "2example3client4id5abcdefg";
  public static final String SESSION = "AYABeAsYJsR3yEr0iJssKPPUPEgAHQABAAdTZXJ2aWNl";

  public static final String POOL_ID = "eu-central-1_AbCdEf123";

  /** The environment variables of a deployed stack. */
  public static final Map<String, String> ENVIRONMENT =
      Map.ofEntries(
          Map.entry("USER_POOL_ID", POOL_ID),
          Map.entry("USER_POOL_CLIENT_ID", CLIENT_ID),
          Map.entry("USER_POOL_CLIENT_TYPE", "PUBLIC"),
          Map.entry("AWS_REGION", "eu-central-1"),
          Map.entry("AUTH_SESSION_VALIDITY", "15"),
          Map.entry("REFRESH_TOKEN_VALIDITY", "30"),
          Map.entry("ALLOWED_ORIGINS", "https://app.example.com,http://localhost:5173"),
          Map.entry(
              "WRITABLE_ATTRIBUTES", "given_name,custom:team,email_verified,custom:user_role"),
          Map.entry("PASSWORD_POLICY", "{\"minimumLength\":12,\"requireSymbols\":true}"),
          Map.entry("TOTP_ISSUER", "Example Ltd"),
          Map.entry("COOKIE_SHAPE", "SHARED_DOMAIN"),
          Map.entry("COOKIE_DOMAIN", ".example.com"),
          Map.entry("COOKIE_SAME_SITE", "None"));

  private final RequestStreamHandler handler;
  private final LocalContext context;

  public Api(RequestStreamHandler handler) {
    this(handler, new LocalContext());
  }

  private Api(RequestStreamHandler handler, LocalContext context) {
    this.handler = handler;
    this.context = context;
  }

  /** The same function, with this much time left until Lambda ends it. */
  public Api endingIn(int millis) {
    return new Api(handler, new LocalContext(millis));
  }

  public static Api with(FakeCognito cognito) {
    return with(cognito, ENVIRONMENT);
  }

  public static Api with(FakeCognito cognito, Map<String, String> environment) {
    return with(cognito, environment, SigningKey.FIRST.accessTokens());
  }

  public static Api with(
      FakeCognito cognito, Map<String, String> environment, AccessTokens accessTokens) {
    return new Api(new AuthHandler(Settings.from(environment), cognito, accessTokens));
  }

  /** {@link #ENVIRONMENT} with another value; null removes the variable. */
  public static Map<String, String> environment(String name, String value) {
    Map<String, String> environment = new LinkedHashMap<>(ENVIRONMENT);
    environment.put(name, value);
    environment.values().removeIf(Objects::isNull);
    return environment;
  }

  /** The environment of a stack whose page and API have no common domain. */
  public static Map<String, String> crossSite() {
    Map<String, String> environment = environment("COOKIE_SHAPE", "CROSS_SITE");
    environment.keySet().removeAll(List.of("COOKIE_DOMAIN", "COOKIE_SAME_SITE"));
    return environment;
  }

  /** The environment of a stack whose client has a secret. */
  public static Map<String, String> confidential() {
    Map<String, String> environment = environment("USER_POOL_CLIENT_TYPE", "CONFIDENTIAL");
    environment.put("AWS_ACCESS_KEY_ID", "canary-key");
    environment.put("AWS_SECRET_ACCESS_KEY", "canary-secret-key");
    environment.put("AWS_SESSION_TOKEN", "canary-session-token");
    return environment;
  }

  /** The parsed response. */
  public record Answer(
      int status, Map<String, Object> body, Map<String, Object> headers, List<Object> cookies) {
    public Object message() {
      return body.get("message");
    }

    public Object code() {
      return body.get("code");
    }
  }

  public Answer changePassword(Map<String, ?> body) {
    return post(Route.CHANGE_PASSWORD, Json.text(body));
  }

  public Answer changePassword() {
    return changePassword(Bodies.changePassword());
  }

  public Answer login(Map<String, ?> body) {
    return post(Route.LOGIN, Json.text(body));
  }

  public Answer login() {
    return login(Bodies.login());
  }

  public Answer post(Route route, String body) {
    return send(Json.text(event(route.key(), body)));
  }

  public static Map<String, Object> event(String routeKey, Object body) {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("version", "2.0");
    event.put("routeKey", routeKey);
    event.put("headers", Map.of("content-type", "application/json"));
    event.put("requestContext", Map.of("requestId", "gateway-request-id", "stage", "$default"));
    event.put("body", body);
    event.put("isBase64Encoded", false);
    return event;
  }

  public Answer send(String event) {
    return send(event.getBytes(StandardCharsets.UTF_8));
  }

  @SuppressWarnings("unchecked")
  public Answer send(byte[] event) {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    watchRequest(event);
    try {
      handler.handleRequest(new ByteArrayInputStream(event), output, context);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, Object> response = Json.object(output.toString(StandardCharsets.UTF_8));
    Answer answer =
        new Answer(
            ((Number) response.get("statusCode")).intValue(),
            Json.object((String) response.get("body")),
            (Map<String, Object>) response.get("headers"),
            (List<Object>) response.get("cookies"));
    watchReply(answer, (String) response.get("body"));
    return answer;
  }

  private static void watchRequest(byte[] event) {
    try {
      Map<String, Object> request = Json.object(new String(event, StandardCharsets.UTF_8));
      List<String> cookies =
          request.get("cookies") instanceof List<?> list
              ? list.stream().map(String::valueOf).toList()
              : List.of();
      Watch.current().sent(String.valueOf(request.get("body")), cookies);
    } catch (Json.MalformedJson | BadRequest e) {
      // An empty answer, for input that is not an event and contains no password.
    }
  }

  private static void watchReply(Answer answer, String body) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    answer.headers().forEach((name, value) -> headers.put(name, List.of(String.valueOf(value))));
    headers.put("set-cookie", answer.cookies().stream().map(String::valueOf).toList());
    Watch.current().received(answer.status(), headers, body);
  }

  public Answer get(Route route) {
    return send(Json.text(event(route.key(), null)));
  }

  /** A request without a body, as a page's script sends it. */
  public Answer send(Route route, String... cookies) {
    Map<String, Object> event = event(route.key(), null);
    event.put("headers", Map.of("x-requested-with", "fetch"));
    event.put("cookies", List.of(cookies));
    return send(Json.text(event));
  }

  /** All log lines of the function. */
  public String log() {
    return context.log();
  }

  /** Requests as a front end sends them. */
  public static final class Bodies {
    private Bodies() {}

    public static Map<String, Object> changePassword() {
      Map<String, Object> body = new LinkedHashMap<>();
      body.put("username", "shiun");
      body.put("new_password", "My own Passw0rd!");
      body.put("session", SESSION);
      return body;
    }

    /** A body with which a route calls Cognito; empty for a route without a body. */
    public static Map<String, Object> of(Route route) {
      Map<String, Object> body = new LinkedHashMap<>();
      switch (route) {
        case LOGIN -> body.putAll(login());
        case CHANGE_PASSWORD -> body.putAll(changePassword());
        case CHALLENGE -> {
          body.put("username", "shiun");
          body.put("challengeName", "SOFTWARE_TOKEN_MFA");
          body.put("session", SESSION);
          body.put("code", "123456");
        }
        case FORGOT_PASSWORD -> body.put("username", "shiun");
        case CONFIRM_FORGOT_PASSWORD -> {
          body.put("username", "shiun");
          body.put("code", "123456");
          body.put("new_password", "My own Passw0rd!");
        }
        default -> {}
      }
      return body;
    }

    public static Map<String, Object> login() {
      Map<String, Object> body = new LinkedHashMap<>();
      body.put("username", "shiun");
      body.put("password", "Temp0rary-Passw0rd!");
      return body;
    }
  }
}

package io.github.cognitofirstlogin.auth;

import io.github.cognitofirstlogin.auth.cognito.CognitoClient;
import io.github.cognitofirstlogin.auth.session.AccessTokens;
import io.github.cognitofirstlogin.auth.session.SigningKeys;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.http.SdkHttpClient;

/**
 * The deployed function, including the SDK's client, with a replaced HTTP client. This class is in
 * this package because the constructors are package-private.
 */
public final class FunctionUnderFuzz {
  private static final Map<String, String> ENVIRONMENT =
      Map.ofEntries(
          Map.entry("USER_POOL_ID", "eu-central-1_AbCdEf123"),
          Map.entry("USER_POOL_CLIENT_ID", "2example3client4id5abcdefg"),
          Map.entry("USER_POOL_CLIENT_TYPE", "PUBLIC"),
          Map.entry("AWS_REGION", "eu-central-1"),
          Map.entry("AUTH_SESSION_VALIDITY", "15"),
          Map.entry("REFRESH_TOKEN_VALIDITY", "30"),
          Map.entry("ALLOWED_ORIGINS", "https://app.example.com"),
          Map.entry("WRITABLE_ATTRIBUTES", "given_name,custom:team"),
          Map.entry("PASSWORD_POLICY", "{\"minimumLength\":12}"),
          Map.entry("TOTP_ISSUER", "Example Ltd"),
          Map.entry("COOKIE_SHAPE", "CROSS_SITE"));

  /** The reply for API Gateway and the log for CloudWatch. */
  public record Outcome(byte[] response, String log) {}

  private final AuthHandler handler;

  private FunctionUnderFuzz(Map<String, String> environment, SdkHttpClient transport) {
    Settings settings = Settings.from(environment);
    InstantSource clock = InstantSource.fixed(Instant.parse("2026-11-01T00:00:00Z"));
    handler =
        new AuthHandler(
            settings,
            CognitoClient.of(settings.session().region(), settings.session().endpoint(), transport),
            new AccessTokens(
                settings.session().issuers(),
                settings.session().clientId(),
                new SigningKeys(() -> "{\"keys\":[]}", clock),
                clock));
  }

  public static FunctionUnderFuzz over(SdkHttpClient transport) {
    return new FunctionUnderFuzz(ENVIRONMENT, transport);
  }

  /** With an app client that has a secret, which the function reads from Cognito. */
  public static FunctionUnderFuzz confidentialOver(SdkHttpClient transport) {
    Map<String, String> environment = new LinkedHashMap<>(ENVIRONMENT);
    environment.put("USER_POOL_CLIENT_TYPE", "CONFIDENTIAL");
    environment.put("AWS_ACCESS_KEY_ID", "AKIDEXAMPLE");
    environment.put("AWS_SECRET_ACCESS_KEY", "secret");
    environment.put("AWS_SESSION_TOKEN", "token");
    return new FunctionUnderFuzz(environment, transport);
  }

  public Outcome handle(byte[] event) {
    StringBuilder log = new StringBuilder();
    ByteArrayOutputStream response = new ByteArrayOutputStream();
    try {
      handler.handleRequest(
          new ByteArrayInputStream(event), response, new RehearsalContext(log::append));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Outcome(response.toByteArray(), log.toString());
  }
}

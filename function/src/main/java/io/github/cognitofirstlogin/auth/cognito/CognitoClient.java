package io.github.cognitofirstlogin.auth.cognito;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import javax.net.ssl.HttpsURLConnection;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.awscore.defaultsmode.DefaultsMode;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.CompressionConfiguration;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

/**
 * Builds the SDK's client for sign-ins. The client replaces three defaults: no credentials (every
 * operation used here is unsigned), a time limit, and no second try of a request that Cognito may
 * have processed.
 */
public final class CognitoClient {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
  private static final Duration BACKOFF = Duration.ofMillis(200);

  private static final int FIRST_FAULT = 500;

  private static final CompressionConfiguration UNCOMPRESSED =
      CompressionConfiguration.builder().requestCompressionEnabled(false).build();

  private CognitoClient() {}

  public static CognitoIdentityProviderClient of(String region, URI endpoint) {
    return of(region, endpoint, transport());
  }

  /** The same client with another HTTP client, such as one with fixed answers. */
  public static CognitoIdentityProviderClient of(
      String region, URI endpoint, SdkHttpClient transport) {
    return CognitoIdentityProviderClient.builder()
        .region(Region.of(region))
        .endpointOverride(endpoint)
        .credentialsProvider(AnonymousCredentialsProvider.create())
        .httpClient(new FreshInvocationIds(new Departures(transport)))
        .overrideConfiguration(
            ClientOverrideConfiguration.builder()
                .addExecutionInterceptor(new Attempts.Counter())
                .addExecutionInterceptor(new ForeignAnswer())
                .addExecutionInterceptor(new RetryAfter())
                .defaultProfileFile(ProfileFile.aggregator().build())
                .compressionConfiguration(UNCOMPRESSED)
                .retryStrategy(retries())
                .build())
        // These values are set here, so that the SDK does not search the environment for them.
        .defaultsMode(DefaultsMode.LEGACY)
        .dualstackEnabled(false)
        .fipsEnabled(false)
        .build();
  }

  /** Sends a GET request, ignores the body and closes the connection. */
  public static void get(URI address) throws IOException {
    try (SdkHttpClient transport = transport()) {
      HttpExecuteResponse response =
          transport
              .prepareRequest(
                  HttpExecuteRequest.builder()
                      .request(
                          SdkHttpRequest.builder()
                              .method(SdkHttpMethod.GET)
                              .uri(address)
                              .putHeader("Connection", "close")
                              .build())
                      .build())
              .call();
      if (response.responseBody().isPresent()) {
        response.responseBody().get().close();
      }
    }
  }

  /**
   * The JDK's HTTP client with its defaults: the SDK would look for proxies and keys, and set up
   * TLS a second time.
   */
  static SdkHttpClient transport() {
    // TLS is loaded here and not by the first request, because Lambda gives a starting function a
    // whole CPU.
    HttpsURLConnection.getDefaultSSLSocketFactory();
    return UrlConnectionHttpClient.create(CognitoClient::connection);
  }

  private static HttpURLConnection connection(URI address) {
    try {
      HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
      connection.setConnectTimeout((int) CONNECT_TIMEOUT.toMillis());
      connection.setReadTimeout((int) Cognito.LONGEST_CALL.toMillis());
      return connection;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static StandardRetryStrategy retries() {
    return DefaultRetryStrategy.standardStrategyBuilder()
        // The SDK's client would add four tries, even for a session that works only once.
        .useClientDefaults(false)
        .circuitBreakerEnabled(false)
        .maxAttempts(2)
        .backoffStrategy(BackoffStrategy.fixedDelay(BACKOFF))
        .throttlingBackoffStrategy(BackoffStrategy.fixedDelay(BACKOFF))
        .retryOnException(CognitoClient::wasNotProcessed)
        .build();
  }

  private static boolean wasNotProcessed(Throwable failure) {
    return Transport.wasNotSent(failure)
        || (failure instanceof AwsServiceException answer && asksForASecondTry(answer));
  }

  /** A throttled request is not repeated if the answer names a time to wait. */
  private static boolean asksForASecondTry(AwsServiceException answer) {
    return answer.statusCode() < FIRST_FAULT
        && ErrorType.of(answer).filter(RefusalRow::isThrottling).isPresent()
        && !RetryAfter.isIn(answer);
  }
}

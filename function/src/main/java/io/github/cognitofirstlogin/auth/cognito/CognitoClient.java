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
 * The SDK's client with the defaults that are wrong for a sign-in replaced: no credentials (every
 * operation used here is unsigned), an end to waiting, and no second try of a request that may have
 * been processed.
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

  /** The same client over another transport, such as one that answers from memory. */
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
        // Said here, so that the SDK looks for none of it in the environment.
        .defaultsMode(DefaultsMode.LEGACY)
        .dualstackEnabled(false)
        .fipsEnabled(false)
        .build();
  }

  /** Asks for what stands at an address, reads none of it and leaves no connection open. */
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

  /** The JDK's own, as it is: the SDK would look for proxies, keys and a second set-up of TLS. */
  static SdkHttpClient transport() {
    // Here and not with the first request, since starting is what Lambda gives a whole processor.
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
        // Else the client adds its own: four tries, also of a session that works only once.
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

  /** A throttled request is not repeated where the answer names a time to wait. */
  private static boolean asksForASecondTry(AwsServiceException answer) {
    return answer.statusCode() < FIRST_FAULT
        && ErrorType.of(answer).filter(RefusalRow::isThrottling).isPresent()
        && !RetryAfter.isIn(answer);
  }
}

package io.github.cognitofirstlogin.auth.cognito;

import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.TooManyRequestsException;

/**
 * The SDK's client with the defaults that are wrong for a sign-in replaced: no credentials (every
 * operation used here is unsigned), an end to waiting, and no second try of a request that may have
 * been processed.
 */
public final class CognitoClient {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
  private static final Duration BACKOFF = Duration.ofMillis(200);

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
        .httpClient(new FreshInvocationIds(transport))
        .overrideConfiguration(
            configuration ->
                configuration
                    .addExecutionInterceptor(new Attempts.Counter())
                    .addExecutionInterceptor(new ForeignAnswer())
                    .defaultProfileFile(ProfileFile.aggregator().build())
                    .retryStrategy(retries()))
        .build();
  }

  static SdkHttpClient transport() {
    return UrlConnectionHttpClient.builder()
        .connectionTimeout(CONNECT_TIMEOUT)
        .socketTimeout(Cognito.LONGEST_CALL)
        .build();
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
    return failure instanceof TooManyRequestsException || Transport.wasNotSent(failure);
  }
}

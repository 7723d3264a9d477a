package io.github.cognitofirstlogin.admin;

import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClientBuilder;

/** The SDK's client, with the same credentials as the AWS CLI. */
final class CognitoClient {
  /** The number of tries of a throttled or lost request, with growing pauses between them. */
  private static final int ATTEMPTS = 8;

  private CognitoClient() {}

  static CognitoIdentityProviderClient in(Region region) {
    var credentials = DefaultCredentialsProvider.builder().build();
    try {
      credentials.resolveCredentials();
    } catch (SdkException e) {
      throw new CannotStart(
          Optional.ofNullable(System.getenv("AWS_PROFILE"))
              .map(
                  profile ->
                      "The profile '%s' (AWS_PROFILE) has no AWS credentials: sign in to it (aws sso"
                              .formatted(OneLine.of(profile))
                          + " login) or name another one")
              .orElse(
                  "There are no AWS credentials: sign in (aws sso login), name a profile in"
                      + " AWS_PROFILE, or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY"));
    }
    return builder(region, credentials, ATTEMPTS).build();
  }

  static CognitoIdentityProviderClientBuilder builder(
      Region region, AwsCredentialsProvider credentials, int attempts) {
    return CognitoIdentityProviderClient.builder()
        .region(region)
        .credentialsProvider(credentials)
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .overrideConfiguration(
            configuration ->
                configuration
                    .addExecutionInterceptor(new WholeAnswer.Keeper())
                    .addExecutionInterceptor(new NoClearText())
                    .retryStrategy(
                        AwsRetryStrategy.standardRetryStrategy().toBuilder()
                            .maxAttempts(attempts)
                            .build()));
  }
}

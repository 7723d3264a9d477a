package io.github.cognitofirstlogin.auth.cognito;

import io.github.cognitofirstlogin.auth.cognito.AuthOutcome.Refused;
import io.github.cognitofirstlogin.auth.cognito.Cognito.Failed;
import io.github.cognitofirstlogin.auth.contract.ErrorCode;
import java.io.IOException;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/**
 * The credentials of the function's role. The credentials are in the environment, or Lambda hands
 * them out at an address.
 */
public final class RoleCredentials {
  private final AwsCredentialsProvider provider;

  private RoleCredentials(AwsCredentialsProvider provider) {
    this.provider = provider;
  }

  public static RoleCredentials of(String accessKeyId, String secretKey, String sessionToken) {
    return new RoleCredentials(
        StaticCredentialsProvider.create(
            AwsSessionCredentials.create(accessKeyId, secretKey, sessionToken)));
  }

  /**
   * Credentials are read only when a call is signed, because they expire and a snapshot must not
   * contain them.
   */
  public static RoleCredentials ofContainer() {
    return new RoleCredentials(ContainerCredentialsProvider.builder().build());
  }

  /**
   * The current credentials.
   *
   * @throws Failed if there are none, which the caller cannot correct
   */
  AwsCredentialsProvider now() {
    try {
      return StaticCredentialsProvider.create(provider.resolveCredentials());
    } catch (RuntimeException e) {
      // A malformed credential document fails with many classes of exceptions.
      throw new Failed(
          new Refused(
              e.getCause() instanceof IOException
                  ? ErrorCode.UPSTREAM_UNAVAILABLE
                  : ErrorCode.SERVICE_MISCONFIGURED));
    }
  }

  @Override
  public String toString() {
    return "RoleCredentials[redacted]";
  }
}

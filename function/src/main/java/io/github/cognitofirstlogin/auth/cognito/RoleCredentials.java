package io.github.cognitofirstlogin.auth.cognito;

import io.github.cognitofirstlogin.auth.cognito.AuthOutcome.Refused;
import io.github.cognitofirstlogin.auth.cognito.Cognito.Failed;
import io.github.cognitofirstlogin.auth.contract.ErrorCode;
import java.io.IOException;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** What the function's role signs with: in the environment, or where Lambda hands it out. */
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

  /** Asked when a call is signed and not before: a snapshot must hold none, and they expire. */
  public static RoleCredentials ofContainer() {
    return new RoleCredentials(ContainerCredentialsProvider.builder().build());
  }

  /**
   * The credentials of this moment.
   *
   * @throws Failed if there are none; the caller cannot help it
   */
  AwsCredentialsProvider now() {
    try {
      return StaticCredentialsProvider.create(provider.resolveCredentials());
    } catch (RuntimeException e) {
      // A credential document that is not as documented fails in many classes of exception.
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

package io.github.cognitofirstlogin.auth.cognito;

import io.github.cognitofirstlogin.auth.cognito.AuthOutcome.Refused;
import io.github.cognitofirstlogin.auth.cognito.Cognito.Failed;
import io.github.cognitofirstlogin.auth.contract.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.services.cognitoidentityprovider.model.DescribeUserPoolClientRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolClientType;

/**
 * The secret of a confidential app client. The secret is read from Cognito at the first use, so
 * that no template, no environment variable and no snapshot contains it.
 */
public final class ClientSecret {
  private static final String ALGORITHM = "HmacSHA256";

  /** Failures that another try may overcome. Only the operator can correct the others. */
  private static final Set<ErrorCode> PASSING =
      EnumSet.of(
          ErrorCode.UPSTREAM_ERROR,
          ErrorCode.UPSTREAM_TIMEOUT,
          ErrorCode.UPSTREAM_UNAVAILABLE,
          ErrorCode.TOO_MANY_REQUESTS,
          ErrorCode.NOT_AVAILABLE_HERE);

  private final String poolId;
  private final String clientId;
  private final RoleCredentials credentials;
  private volatile @Nullable String value;

  public ClientSecret(String poolId, String clientId, RoleCredentials credentials) {
    this.poolId = poolId;
    this.clientId = clientId;
    this.credentials = credentials;
  }

  /**
   * The secret itself.
   *
   * @throws Failed if Cognito does not answer the secret; the next call tries again
   */
  String value(Cognito cognito) {
    String known = value;
    if (known == null) {
      known = read(cognito);
      value = known;
    }
    return known;
  }

  /**
   * The SECRET_HASH for a call with exactly this user name.
   *
   * @throws Failed as {@link #value}
   */
  String hash(Cognito cognito, String username) {
    byte[] key = value(cognito).getBytes(StandardCharsets.UTF_8);
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return Base64.getEncoder()
          .encodeToString(mac.doFinal((username + clientId).getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }

  /** Makes the next call read the secret again. */
  void forget() {
    value = null;
  }

  private String read(Cognito cognito) {
    try {
      AwsCredentialsProvider signer = credentials.now();
      UserPoolClientType described =
          cognito
              .call(
                  Operation.DESCRIBE_USER_POOL_CLIENT,
                  (client, configuration) ->
                      client.describeUserPoolClient(
                          DescribeUserPoolClientRequest.builder()
                              .overrideConfiguration(
                                  configuration.toBuilder().credentialsProvider(signer).build())
                              .userPoolId(poolId)
                              .clientId(clientId)
                              .build()))
              .userPoolClient();
      if (described == null) {
        throw new Failed(Refusals.senseless(Operation.DESCRIBE_USER_POOL_CLIENT));
      }
      if (described.clientSecret() != null) {
        return described.clientSecret();
      }
      cognito.attempts().missedClientSecret();
    } catch (Failed e) {
      if (e.failure() instanceof Refused refused && PASSING.contains(refused.code())) {
        throw e;
      }
    }
    throw new Failed(new Refused(ErrorCode.SERVICE_MISCONFIGURED));
  }
}

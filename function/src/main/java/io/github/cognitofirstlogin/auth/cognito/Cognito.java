package io.github.cognitofirstlogin.auth.cognito;

import io.github.cognitofirstlogin.auth.cognito.AuthOutcome.Failure;
import io.github.cognitofirstlogin.auth.cognito.AuthOutcome.Refused;
import io.github.cognitofirstlogin.auth.contract.ErrorCode;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

/**
 * Calls Cognito for one event. No call lasts longer than the deadline, and a failed call throws
 * {@link Failed} with its meaning.
 */
record Cognito(CognitoIdentityProviderClient client, Deadline deadline, Attempts attempts) {
  /** Shorter than the deadline, so that there is time for the reply. */
  static final Duration LONGEST_CALL = Duration.ofSeconds(8);

  /**
   * @param secrets values of the request that a refusal must not repeat
   * @throws Failed if no answer came, or a refusal
   */
  <T> T call(
      Operation operation,
      Collection<String> secrets,
      BiFunction<CognitoIdentityProviderClient, AwsRequestOverrideConfiguration, T> call) {
    Duration left = deadline.left();
    if (left.isZero()) {
      throw new Failed(new Refused(ErrorCode.UPSTREAM_TIMEOUT));
    }
    Duration timeout = left.compareTo(LONGEST_CALL) < 0 ? left : LONGEST_CALL;
    var configuration = AwsRequestOverrideConfiguration.builder().apiCallTimeout(timeout);
    attempts.count(configuration);
    try {
      return call.apply(client, configuration.build());
    } catch (SdkException e) {
      attempts.failed(e);
      throw new Failed(Refusals.of(operation, e, secrets));
    } catch (UncheckedIOException e) {
      // The SDK throws this if the connection is reset while it reads the body of an answer.
      throw new Failed(Refusals.senseless(operation));
    }
  }

  /** As {@link #call(Operation, Collection, BiFunction)}, for a request without secrets. */
  <T> T call(
      Operation operation,
      BiFunction<CognitoIdentityProviderClient, AwsRequestOverrideConfiguration, T> call) {
    return call(operation, List.of(), call);
  }

  /** A call that failed. This exception never leaves its package. */
  static final class Failed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient @Nullable Failure failure;

    Failed(Failure failure) {
      super(failure.getClass().getSimpleName(), null, false, false);
      this.failure = failure;
    }

    boolean isRefusal(ErrorCode code) {
      return failure instanceof Refused refused && refused.code() == code;
    }

    Failure failure() {
      return Objects.requireNonNull(failure);
    }
  }
}

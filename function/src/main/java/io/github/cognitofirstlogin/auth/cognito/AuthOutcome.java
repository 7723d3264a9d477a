package io.github.cognitofirstlogin.auth.cognito;

import io.github.cognitofirstlogin.auth.contract.ErrorCode;
import java.util.Optional;
import java.util.function.Function;

/** Every way a step of a sign-in can end. */
public sealed interface AuthOutcome {
  /** The sign-in is complete. */
  record Authenticated(Tokens tokens) implements AuthOutcome {}

  /** Cognito accepted the step and asks for another one. */
  record Challenged(Challenge challenge) implements AuthOutcome {}

  /** The step was not confirmed. */
  sealed interface Failure extends AuthOutcome {}

  /**
   * Nothing was changed: Cognito refused the step, or it could not be asked. {@code message} is fit
   * for the caller; {@code attribute} is the user attribute that is to blame.
   */
  record Refused(ErrorCode code, String message, Optional<String> attribute) implements Failure {
    Refused(ErrorCode code) {
      this(code, code.message(), Optional.empty());
    }
  }

  /** The step may or may not have taken effect: it was sent and no trustworthy answer came. */
  record Unknown(boolean timedOut) implements Failure {}

  default <T> T fold(
      Function<Tokens, T> authenticated,
      Function<Challenge, T> challenged,
      Function<Failure, T> failed) {
    if (this instanceof Authenticated outcome) {
      return authenticated.apply(outcome.tokens());
    }
    if (this instanceof Challenged outcome) {
      return challenged.apply(outcome.challenge());
    }
    return failed.apply((Failure) this);
  }
}

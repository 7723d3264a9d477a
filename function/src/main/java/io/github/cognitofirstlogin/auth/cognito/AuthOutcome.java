package io.github.cognitofirstlogin.auth.cognito;

import io.github.cognitofirstlogin.auth.contract.ErrorCode;
import java.util.function.Function;

/** Every way a call to the user pool can end. */
public sealed interface AuthOutcome {
  /** The sign-in is complete. */
  record Authenticated(Tokens tokens) implements AuthOutcome {}

  /** Cognito accepted the step and asks for another one. */
  record Challenged(Challenge challenge) implements AuthOutcome {}

  /**
   * Nothing was changed; {@code message} is fit for the caller. Cognito refused the step, or it
   * could not be asked.
   */
  record Refused(ErrorCode code, String message) implements AuthOutcome {
    Refused(ErrorCode code) {
      this(code, code.message());
    }
  }

  /** The step may or may not have taken effect: it was sent and no trustworthy answer came. */
  record Unknown(boolean timedOut) implements AuthOutcome {}

  default <T> T fold(
      Function<Tokens, T> authenticated,
      Function<Challenge, T> challenged,
      Function<Refused, T> refused,
      Function<Unknown, T> unknown) {
    if (this instanceof Authenticated outcome) {
      return authenticated.apply(outcome.tokens());
    }
    if (this instanceof Challenged outcome) {
      return challenged.apply(outcome.challenge());
    }
    if (this instanceof Refused outcome) {
      return refused.apply(outcome);
    }
    return unknown.apply((Unknown) this);
  }
}

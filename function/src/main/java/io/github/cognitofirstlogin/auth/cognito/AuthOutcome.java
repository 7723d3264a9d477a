package io.github.cognitofirstlogin.auth.cognito;

import io.github.cognitofirstlogin.auth.contract.ErrorCode;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
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
    private static final Set<ErrorCode> OF_A_SENT_ATTRIBUTE =
        EnumSet.of(
            ErrorCode.ATTRIBUTE_INVALID,
            ErrorCode.ATTRIBUTE_ALREADY_SET,
            ErrorCode.ATTRIBUTE_NOT_WRITABLE);

    Refused(ErrorCode code) {
      this(code, code.message(), Optional.empty());
    }

    /** With the attribute at fault where Cognito does not name it and only one can be meant. */
    Refused naming(Set<String> sentAttributes) {
      return attribute.isEmpty() && OF_A_SENT_ATTRIBUTE.contains(code)
          ? new Refused(code, message, NamedAttribute.of(message, sentAttributes))
          : this;
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

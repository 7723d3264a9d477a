package io.github.cognitofirstlogin.auth.cognito;

import io.github.cognitofirstlogin.auth.contract.ErrorCode;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Every way a step of a sign-in can end. */
public sealed interface AuthOutcome {
  /** The sign-in is complete. */
  record Authenticated(Tokens tokens) implements AuthOutcome {
    @Override
    public <T> T fold(
        Function<Tokens, T> authenticated,
        Function<Challenge, T> challenged,
        Function<Failure, T> failed) {
      return authenticated.apply(tokens);
    }
  }

  /** Cognito accepted the step and answered another challenge. */
  record Challenged(Challenge challenge) implements AuthOutcome {
    @Override
    public <T> T fold(
        Function<Tokens, T> authenticated,
        Function<Challenge, T> challenged,
        Function<Failure, T> failed) {
      return challenged.apply(challenge);
    }
  }

  /** The step was not confirmed. */
  sealed interface Failure extends AuthOutcome {
    /** Applies the function for this kind of failure. */
    <T> T fold(Function<Refused, T> refused, Function<Unknown, T> unknown);

    @Override
    default <T> T fold(
        Function<Tokens, T> authenticated,
        Function<Challenge, T> challenged,
        Function<Failure, T> failed) {
      return failed.apply(this);
    }
  }

  /**
   * Nothing was changed: Cognito refused the step, or the function could not reach Cognito. The
   * caller may read {@code message}. {@code attribute} is the refused user attribute.
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

    /**
     * Adds the refused attribute if Cognito does not name it and only one attribute is possible.
     */
    Refused naming(Set<String> sentAttributes) {
      return attribute.isEmpty() && OF_A_SENT_ATTRIBUTE.contains(code)
          ? new Refused(code, message, NamedAttribute.of(message, sentAttributes))
          : this;
    }

    @Override
    public <T> T fold(Function<Refused, T> refused, Function<Unknown, T> unknown) {
      return refused.apply(this);
    }
  }

  /** The step may have taken effect: the request was sent and no trustworthy answer came. */
  record Unknown(boolean timedOut) implements Failure {
    @Override
    public <T> T fold(Function<Refused, T> refused, Function<Unknown, T> unknown) {
      return unknown.apply(this);
    }
  }

  /** Applies the function for this outcome. */
  <T> T fold(
      Function<Tokens, T> authenticated,
      Function<Challenge, T> challenged,
      Function<Failure, T> failed);
}

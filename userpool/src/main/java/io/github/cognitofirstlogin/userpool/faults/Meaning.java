package io.github.cognitofirstlogin.userpool.faults;

/** The right conclusion from an answer. */
public enum Meaning {
  /** The answer is Cognito's own success, in whatever form. */
  ARRIVES,
  /** The answer is a success only for an operation without a result. */
  SAYS_NOTHING,
  /** The outcome at Cognito is unknown. */
  LOST,
  /** The outcome at Cognito is unknown after a time-out. */
  LATE,
  /** Cognito refused. */
  REFUSED,
  /** Cognito refused because of the request rate; a second try is allowed. */
  THROTTLED,
  /** Cognito refused because of the request rate; the second try succeeds. */
  THROTTLED_ONCE,
  /** Cognito refused because of the request rate; no second try is allowed. */
  THROTTLED_FOR_LONG,
  /** The answer names throttling but is a fault, so a change may have taken place. */
  THROTTLED_BY_A_FAULT
}

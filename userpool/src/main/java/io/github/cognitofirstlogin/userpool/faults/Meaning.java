package io.github.cognitofirstlogin.userpool.faults;

/** What a caller can rightly conclude from an answer. */
public enum Meaning {
  /** It is Cognito's own success, whatever it looks like. */
  ARRIVES,
  /** It is a success for an operation that has no result, and nothing for any other. */
  SAYS_NOTHING,
  /** Nobody knows what Cognito did. */
  LOST,
  /** The same, and the caller has waited. */
  LATE,
  /** Cognito refused. */
  REFUSED,
  /** Cognito refused for the rate of requests; a second try is allowed. */
  THROTTLED,
  /** The same, but the second try succeeds. */
  THROTTLED_ONCE,
  /** The same as THROTTLED, but no second try is allowed. */
  THROTTLED_FOR_LONG,
  /** A fault that calls itself throttling: a change may have taken place. */
  THROTTLED_BY_A_FAULT
}

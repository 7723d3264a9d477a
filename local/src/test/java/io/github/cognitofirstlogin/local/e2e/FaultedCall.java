package io.github.cognitofirstlogin.local.e2e;

import io.github.cognitofirstlogin.userpool.faults.FaultPoint;
import io.github.cognitofirstlogin.userpool.faults.FaultSpace;
import io.github.cognitofirstlogin.userpool.faults.Meaning;
import java.util.List;
import java.util.Locale;

/** An operation of the user pool that a route calls, and the reply when its answer is lost. */
enum FaultedCall {
  INITIATE_AUTH("upstream_error", "upstream_timeout"),
  RESPOND_TO_AUTH_CHALLENGE("outcome_unknown", "outcome_unknown"),
  /** The previous step took effect, and the reply reports that. */
  ASSOCIATE_SOFTWARE_TOKEN("ok", "ok"),
  VERIFY_SOFTWARE_TOKEN("outcome_unknown", "outcome_unknown"),
  FORGOT_PASSWORD("upstream_error", "upstream_timeout"),
  CONFIRM_FORGOT_PASSWORD("outcome_unknown", "outcome_unknown"),
  GET_TOKENS_FROM_REFRESH_TOKEN("upstream_error", "upstream_timeout"),
  /** A sign-out succeeds with any answer of Cognito. */
  REVOKE_TOKEN("ok", "ok"),
  DESCRIBE_USER_POOL_CLIENT("upstream_error", "upstream_timeout");

  /** The reply, whether it shows the operation's result, and the requests to the pool. */
  record Told(String outcome, boolean took, int posts) {}

  private final String lost;
  private final String late;

  FaultedCall(String lost, String late) {
    this.lost = lost;
    this.late = late;
  }

  /** The operation's name in Cognito. */
  String operation() {
    var name = new StringBuilder();
    for (var word : name().split("_")) {
      name.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
    }
    return name.toString();
  }

  boolean namesSomebody() {
    return this != ASSOCIATE_SOFTWARE_TOKEN
        && this != VERIFY_SOFTWARE_TOKEN
        && this != DESCRIBE_USER_POOL_CLIENT;
  }

  /** The function keeps a secret that it has read, so only one of these calls reads it. */
  List<FaultPoint> faults() {
    return FaultSpace.pairs(ordinal()).stream()
        .filter(fault -> this != DESCRIBE_USER_POOL_CLIENT || !took(fault))
        .toList();
  }

  /** Status and code. */
  String outcome(FaultPoint fault) {
    if (took(fault) || lost.equals("ok")) {
      // Cognito refuses the password of the sign-in for which the secret was read.
      return this == DESCRIBE_USER_POOL_CLIENT ? "401 not_authorized" : "200 ok";
    }
    return switch (fault.meaning()) {
      case THROTTLED, THROTTLED_FOR_LONG -> "429 too_many_requests";
      case THROTTLED_BY_A_FAULT -> isAChange() ? "502 outcome_unknown" : "429 too_many_requests";
      case REFUSED ->
          this == DESCRIBE_USER_POOL_CLIENT ? "500 service_misconfigured" : "403 blocked";
      case LATE -> "504 " + late;
      case LOST, SAYS_NOTHING, ARRIVES, THROTTLED_ONCE -> "502 " + lost;
    };
  }

  /** Whether the operation took effect for the caller. */
  boolean took(FaultPoint fault) {
    return switch (fault.meaning()) {
      case ARRIVES, THROTTLED_ONCE -> true;
      case SAYS_NOTHING ->
          this == FORGOT_PASSWORD || this == CONFIRM_FORGOT_PASSWORD || this == REVOKE_TOKEN;
      default -> false;
    };
  }

  private boolean isAChange() {
    return lost.equals("outcome_unknown");
  }

  /** The number of calls to the pool. */
  static int posts(FaultPoint fault) {
    return fault.meaning() == Meaning.THROTTLED || fault.meaning() == Meaning.THROTTLED_ONCE
        ? 2
        : 1;
  }
}

package io.github.cognitofirstlogin.local.e2e;

import io.github.cognitofirstlogin.local.e2e.TransportFault.Effect;
import java.util.List;
import java.util.Locale;

/** An operation of the user pool that a route calls, and what is told when its answer is lost. */
enum FaultedCall {
  INITIATE_AUTH("upstream_error", "upstream_timeout"),
  RESPOND_TO_AUTH_CHALLENGE("outcome_unknown", "outcome_unknown"),
  /** The step before it took effect, and that is what is told. */
  ASSOCIATE_SOFTWARE_TOKEN("ok", "ok"),
  VERIFY_SOFTWARE_TOKEN("outcome_unknown", "outcome_unknown"),
  FORGOT_PASSWORD("upstream_error", "upstream_timeout"),
  CONFIRM_FORGOT_PASSWORD("outcome_unknown", "outcome_unknown"),
  GET_TOKENS_FROM_REFRESH_TOKEN("upstream_error", "upstream_timeout"),
  /** Who wants to sign out is signed out here, whatever Cognito says. */
  REVOKE_TOKEN("ok", "ok"),
  DESCRIBE_USER_POOL_CLIENT("upstream_error", "upstream_timeout");

  /** What a caller heard, whether the operation's result showed in it, and the pool's requests. */
  record Told(String outcome, boolean took, int posts) {}

  private final String lost;
  private final String late;

  FaultedCall(String lost, String late) {
    this.lost = lost;
    this.late = late;
  }

  /** As Cognito spells it. */
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

  /** A secret that is once had is not asked for again: of those that get it, one. */
  List<TransportFault> faults() {
    return TransportFault.ALL.stream()
        .filter(fault -> this != DESCRIBE_USER_POOL_CLIENT || fault.effect() != Effect.NONE)
        .toList();
  }

  /** Status and code. */
  String outcome(Effect effect) {
    if (took(effect) || lost.equals("ok")) {
      // Nobody is signed in whose secret is read, but he is answered for what he sent.
      return this == DESCRIBE_USER_POOL_CLIENT ? "401 not_authorized" : "200 ok";
    }
    return switch (effect) {
      case THROTTLED -> "429 too_many_requests";
      case LATE -> "504 " + late;
      case REDIRECTED -> "502 upstream_error";
      default -> "502 " + lost;
    };
  }

  /** Whether what the operation does, or its result, is there for the caller. */
  boolean took(Effect effect) {
    return effect == Effect.NONE
        || effect == Effect.THROTTLED_ONCE
        // There is nothing to cut off: the answer is in the status.
        || effect == Effect.CUT_OFF && (this == CONFIRM_FORGOT_PASSWORD || this == REVOKE_TOKEN);
  }
}

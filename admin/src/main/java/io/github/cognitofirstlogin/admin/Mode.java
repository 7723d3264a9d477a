package io.github.cognitofirstlogin.admin;

import java.util.Optional;

/** The options of a run, without the users. */
record Mode(boolean isResend, boolean isDryRun) {
  Plan plan(Invitee wanted, Optional<PoolUser> actual) {
    return isResend ? Plan.resend(actual) : Plan.invite(wanted, actual);
  }
}

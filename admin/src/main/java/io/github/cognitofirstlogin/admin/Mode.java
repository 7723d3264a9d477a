package io.github.cognitofirstlogin.admin;

import java.util.Optional;

/** What is asked for, apart from the people. */
record Mode(boolean isResend, boolean isDryRun) {
  Plan plan(Invitee wanted, Optional<PoolUser> actual) {
    return isResend ? Plan.resend(actual) : Plan.invite(wanted, actual);
  }
}

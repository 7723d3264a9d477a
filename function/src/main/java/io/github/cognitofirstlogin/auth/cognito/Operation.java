package io.github.cognitofirstlogin.auth.cognito;

/** The operations of the user pool that the function calls, and what a lost answer means. */
enum Operation {
  /** Asking again does no harm, so a lost answer is a plain failure. */
  INITIATE_AUTH(false),
  /** A lost answer may hide a password that has changed. */
  RESPOND_TO_AUTH_CHALLENGE(true);

  private final boolean changesTheUser;

  Operation(boolean changesTheUser) {
    this.changesTheUser = changesTheUser;
  }

  boolean changesTheUser() {
    return changesTheUser;
  }
}

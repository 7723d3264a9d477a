package io.github.cognitofirstlogin.auth.cognito;

/** The operations of the user pool that the function calls, and what a lost answer means. */
enum Operation {
  INITIATE_AUTH(false),
  /** A lost answer may hide a password that has changed. */
  RESPOND_TO_AUTH_CHALLENGE(true),
  ASSOCIATE_SOFTWARE_TOKEN(false),
  /** A lost answer may hide an authenticator app that is set up. */
  VERIFY_SOFTWARE_TOKEN(true),
  /** At the worst a second code is sent. */
  FORGOT_PASSWORD(false),
  /** A lost answer may hide a password that has changed. */
  CONFIRM_FORGOT_PASSWORD(true),
  /** The old token still works for a while, so a lost answer is a plain failure. */
  GET_TOKENS_FROM_REFRESH_TOKEN(false),
  REVOKE_TOKEN(false),
  /** For the secret of a confidential client, before the operation that needs it. */
  DESCRIBE_USER_POOL_CLIENT(false);

  private final boolean changesTheUser;

  Operation(boolean changesTheUser) {
    this.changesTheUser = changesTheUser;
  }

  boolean changesTheUser() {
    return changesTheUser;
  }
}

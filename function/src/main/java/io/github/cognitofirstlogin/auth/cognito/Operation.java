package io.github.cognitofirstlogin.auth.cognito;

/** The operations of the user pool that the function calls, and the meaning of a lost answer. */
enum Operation {
  INITIATE_AUTH(false),
  /** After a lost answer the password may have changed. */
  RESPOND_TO_AUTH_CHALLENGE(true),
  ASSOCIATE_SOFTWARE_TOKEN(false),
  /** After a lost answer the authenticator app may be set up. */
  VERIFY_SOFTWARE_TOKEN(true),
  /** After a lost answer the user may get a second code, which does no harm. */
  FORGOT_PASSWORD(false),
  /** After a lost answer the password may have changed. */
  CONFIRM_FORGOT_PASSWORD(true),
  /** A lost answer is a failure, because the old token still works for a while. */
  GET_TOKENS_FROM_REFRESH_TOKEN(false),
  REVOKE_TOKEN(false),
  /** Reads the secret of a confidential client before the operation that needs it. */
  DESCRIBE_USER_POOL_CLIENT(false);

  private final boolean changesTheUser;

  Operation(boolean changesTheUser) {
    this.changesTheUser = changesTheUser;
  }

  boolean changesTheUser() {
    return changesTheUser;
  }
}

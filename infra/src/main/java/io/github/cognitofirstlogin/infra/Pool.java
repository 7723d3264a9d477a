package io.github.cognitofirstlogin.infra;

import io.github.cognitofirstlogin.infra.config.Users;
import java.util.Optional;
import software.amazon.awscdk.services.cognito.IUserPool;
import software.amazon.awscdk.services.cognito.IUserPoolClient;

/** The user pool of the users. */
sealed interface Pool {
  /** A pool that the construct creates. */
  record Own(Users.OwnPool choices) implements Pool {}

  /** An existing pool, and optionally one of its app clients. The construct changes neither. */
  record Existing(IUserPool pool, Optional<IUserPoolClient> client) implements Pool {}
}

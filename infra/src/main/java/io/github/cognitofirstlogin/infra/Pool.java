package io.github.cognitofirstlogin.infra;

import io.github.cognitofirstlogin.infra.config.Users;
import java.util.Optional;
import software.amazon.awscdk.services.cognito.IUserPool;
import software.amazon.awscdk.services.cognito.IUserPoolClient;

/** The user pool that people are in. */
sealed interface Pool {
  /** A pool that the construct makes. */
  record Own(Users.OwnPool choices) implements Pool {}

  /** A pool that is made elsewhere, and perhaps one of its app clients; nothing of it changes. */
  record Existing(IUserPool pool, Optional<IUserPoolClient> client) implements Pool {}
}

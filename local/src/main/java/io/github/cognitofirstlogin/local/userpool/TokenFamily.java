package io.github.cognitofirstlogin.local.userpool;

import java.time.Instant;
import java.util.UUID;

/** All tokens that come of one sign-in. Whoever uses one holds the user's lock. */
final class TokenFamily {

  private final User user;
  private final UserPoolClient client;
  private final String eventId = UUID.randomUUID().toString();
  private final String originJti = UUID.randomUUID().toString();
  private final Instant signedIn;

  TokenFamily(User user, UserPoolClient client, Instant signedIn) {
    this.user = user;
    this.client = client;
    this.signedIn = signedIn;
  }

  User user() {
    return user;
  }

  UserPoolClient client() {
    return client;
  }

  String eventId() {
    return eventId;
  }

  String originJti() {
    return originJti;
  }

  Instant signedIn() {
    return signedIn;
  }
}

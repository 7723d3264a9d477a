package io.github.cognitofirstlogin.userpool;

import java.time.Instant;
import java.util.UUID;

/** All tokens that come of one sign-in. Whoever uses one holds the user's lock. */
final class TokenFamily {

  private final User user;
  private final UserPoolClient client;
  private final String eventId = UUID.randomUUID().toString();
  private final String originJti = UUID.randomUUID().toString();
  private final Instant signedIn;
  private boolean revoked;

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

  /** Every access token of the family names it, also where tokens carry no {@code origin_jti}. */
  String eventId() {
    return eventId;
  }

  String originJti() {
    return originJti;
  }

  Instant signedIn() {
    return signedIn;
  }

  /** A rotated refresh token lives no longer than the first one would have. */
  Instant refreshExpires() {
    return signedIn.plus(client.settings().refreshTokenValidity());
  }

  boolean revoked() {
    return revoked;
  }

  void revoke() {
    revoked = true;
  }
}

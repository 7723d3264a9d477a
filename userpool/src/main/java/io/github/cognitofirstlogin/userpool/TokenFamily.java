package io.github.cognitofirstlogin.userpool;

import java.time.Instant;
import java.util.UUID;

/** All tokens of one sign-in. The caller of each method holds the user's lock. */
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

  /** Every access token of the family contains this id, even without an {@code origin_jti}. */
  String eventId() {
    return eventId;
  }

  String originJti() {
    return originJti;
  }

  Instant signedIn() {
    return signedIn;
  }

  /** A rotated refresh token expires when the first one would have expired. */
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

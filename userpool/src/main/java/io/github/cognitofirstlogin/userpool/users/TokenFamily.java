package io.github.cognitofirstlogin.userpool.users;

import java.time.Instant;
import java.util.UUID;

/** All tokens of one sign-in. The caller of each method holds the user's lock. */
public final class TokenFamily {

  private final User user;
  private final UserPoolClient client;
  private final String eventId = UUID.randomUUID().toString();
  private final String originJti = UUID.randomUUID().toString();
  private final Instant signedIn;
  private boolean revoked;

  public TokenFamily(User user, UserPoolClient client, Instant signedIn) {
    this.user = user;
    this.client = client;
    this.signedIn = signedIn;
  }

  public User user() {
    return user;
  }

  public UserPoolClient client() {
    return client;
  }

  /** Every access token of the family contains this id, even without an {@code origin_jti}. */
  public String eventId() {
    return eventId;
  }

  public String originJti() {
    return originJti;
  }

  public Instant signedIn() {
    return signedIn;
  }

  /** A rotated refresh token expires when the first one would have expired. */
  public Instant refreshExpires() {
    return signedIn.plus(client.settings().refreshTokenValidity());
  }

  public boolean revoked() {
    return revoked;
  }

  public void revoke() {
    revoked = true;
  }
}

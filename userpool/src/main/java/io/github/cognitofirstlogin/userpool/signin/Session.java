package io.github.cognitofirstlogin.userpool.signin;

import io.github.cognitofirstlogin.userpool.users.User;
import io.github.cognitofirstlogin.userpool.users.UserPoolClient;
import java.time.Instant;

/** A challenge for one user and one client. The caller of each method holds the user's lock. */
public final class Session {

  private final User user;
  private final UserPoolClient client;
  private final Challenge challenge;
  private final Instant expires;
  private boolean used;
  private int wrongCodes;

  Session(User user, UserPoolClient client, Challenge challenge, Instant expires) {
    this.user = user;
    this.client = client;
    this.challenge = challenge;
    this.expires = expires;
  }

  public User user() {
    return user;
  }

  UserPoolClient client() {
    return client;
  }

  Challenge challenge() {
    return challenge;
  }

  Instant expires() {
    return expires;
  }

  void countWrongCode() {
    wrongCodes++;
  }

  /** Whether the user sent so many wrong codes that the session takes no further one. */
  boolean closed() {
    return wrongCodes >= challenge.wrongCodes();
  }

  boolean used() {
    return used;
  }

  /** Makes the session unusable. */
  void use() {
    used = true;
  }
}

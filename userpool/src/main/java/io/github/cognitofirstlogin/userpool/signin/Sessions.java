package io.github.cognitofirstlogin.userpool.signin;

import io.github.cognitofirstlogin.userpool.crypto.Randoms;
import io.github.cognitofirstlogin.userpool.protocol.CognitoException;
import io.github.cognitofirstlogin.userpool.users.Cleanups;
import io.github.cognitofirstlogin.userpool.users.User;
import io.github.cognitofirstlogin.userpool.users.UserPoolClient;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The challenges that wait for an answer. The string of a session works once and only for a short
 * time.
 */
public final class Sessions {

  /** For this time an expired session gets another answer than an unknown one. */
  private static final long REMEMBERED_SECONDS = 24 * 3_600L;

  private final Map<String, Session> sessions = new ConcurrentHashMap<>();
  private final Cleanups cleanups = new Cleanups();
  private final Clock clock;

  public Sessions(Clock clock) {
    this.clock = clock;
  }

  public String open(User user, UserPoolClient client, Challenge challenge) {
    if (cleanups.due()) {
      forgetOld();
    }
    return open(Randoms.session(), user, client, challenge);
  }

  /** Stores the challenge under a string of the caller. */
  public String open(String session, User user, UserPoolClient client, Challenge challenge) {
    var expires = clock.instant().plus(client.settings().authSessionValidity());
    sessions.put(session, new Session(user, client, challenge, expires));
    return session;
  }

  /** The user of a session, for a request without a username. */
  public Session find(String session) {
    var found = sessions.get(session);
    if (found == null) {
      throw invalid();
    }
    return found;
  }

  /**
   * The session, if it belongs to this user and this client and is valid. The caller holds the
   * user's lock.
   */
  Session require(String session, User user, UserPoolClient client) {
    var found = sessions.get(session);
    if (found == null || found.user() != user || !found.client().id().equals(client.id())) {
      throw invalid();
    }
    if (found.closed()) {
      throw invalid();
    }
    if (found.used()) {
      throw CognitoException.notAuthorized(
          "Invalid session for the user, session can only be used once.");
    }
    if (!clock.instant().isBefore(found.expires())) {
      throw CognitoException.notAuthorized("Invalid session for the user, session is expired.");
    }
    return found;
  }

  static CognitoException invalid() {
    return CognitoException.notAuthorized("Invalid session for the user.");
  }

  private void forgetOld() {
    var limit = clock.instant().minusSeconds(REMEMBERED_SECONDS);
    sessions
        .values()
        .removeIf(
            session ->
                session.expires().isBefore(limit) || !session.client().pool().has(session.user()));
  }
}

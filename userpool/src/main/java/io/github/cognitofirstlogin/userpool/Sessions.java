package io.github.cognitofirstlogin.userpool;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The challenges that wait for an answer, each under a session string that works once and not for
 * long.
 */
final class Sessions {

  /** For so long an expired session is still told from one that never was. */
  private static final long REMEMBERED_SECONDS = 24 * 3_600L;

  private final Map<String, Session> sessions = new ConcurrentHashMap<>();
  private final Cleanups cleanups = new Cleanups();
  private final Clock clock;

  Sessions(Clock clock) {
    this.clock = clock;
  }

  String open(User user, UserPoolClient client, Challenge challenge) {
    if (cleanups.due()) {
      forgetOld();
    }
    return open(Randoms.session(), user, client, challenge);
  }

  /** Under a string of the caller's making. */
  String open(String session, User user, UserPoolClient client, Challenge challenge) {
    var expires = clock.instant().plus(client.settings().authSessionValidity());
    sessions.put(session, new Session(user, client, challenge, expires));
    return session;
  }

  /** Whose session it is, where the caller does not say. */
  Session find(String session) {
    var found = sessions.get(session);
    if (found == null) {
      throw invalid();
    }
    return found;
  }

  /**
   * The session, if it is this user's with this client and still good; the caller holds the user's
   * lock.
   */
  Session require(String session, User user, UserPoolClient client) {
    var found = sessions.get(session);
    if (found == null || found.user() != user || !found.client().id().equals(client.id())) {
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

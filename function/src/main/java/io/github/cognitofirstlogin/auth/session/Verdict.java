package io.github.cognitofirstlogin.auth.session;

import java.util.Optional;

/**
 * The result of the check of a request's tokens.
 *
 * @param certain false if a key that was published after the last fetch could make one of them
 *     valid
 */
public record Verdict(Optional<Session> session, boolean certain) {
  static final Verdict NO_SESSION = new Verdict(Optional.empty(), true);
  static final Verdict UNDECIDED = new Verdict(Optional.empty(), false);

  static Verdict of(Session session) {
    return new Verdict(Optional.of(session), true);
  }
}

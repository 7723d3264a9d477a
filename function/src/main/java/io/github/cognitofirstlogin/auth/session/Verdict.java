package io.github.cognitofirstlogin.auth.session;

import java.util.Optional;

/**
 * What came of looking at the tokens of a request.
 *
 * @param certain false where a key that was published since the last look could still make one of
 *     them good
 */
public record Verdict(Optional<Session> session, boolean certain) {
  static final Verdict NO_SESSION = new Verdict(Optional.empty(), true);
  static final Verdict UNDECIDED = new Verdict(Optional.empty(), false);

  static Verdict of(Session session) {
    return new Verdict(Optional.of(session), true);
  }
}

package io.github.cognitofirstlogin.auth.session;

import java.time.Instant;
import java.util.List;

/** The claims of a verified access token. */
public record Session(
    String sub, String username, List<String> groups, String scope, Instant expiresAt) {
  public Session {
    groups = List.copyOf(groups);
  }

  /** The session names a person, so it is not printed. */
  @Override
  public String toString() {
    return "Session[redacted]";
  }
}

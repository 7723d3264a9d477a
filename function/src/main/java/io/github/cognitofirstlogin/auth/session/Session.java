package io.github.cognitofirstlogin.auth.session;

import java.time.Instant;
import java.util.List;

/** What a verified access token says. */
public record Session(
    String sub, String username, List<String> groups, String scope, Instant expiresAt) {
  public Session {
    groups = List.copyOf(groups);
  }

  /** Names somebody. */
  @Override
  public String toString() {
    return "Session[redacted]";
  }
}

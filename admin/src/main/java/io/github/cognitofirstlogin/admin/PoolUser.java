package io.github.cognitofirstlogin.admin;

import java.util.Set;

/** A user as the pool has them: the actual state that a wanted one is compared with. */
record PoolUser(String username, String status, boolean enabled, Set<String> groups) {
  private static final String INVITED = "FORCE_CHANGE_PASSWORD";

  /** Whether the first login is still to come. */
  boolean isInvited() {
    return status.equals(INVITED);
  }

  /** In Cognito's own words. */
  String state() {
    return enabled ? status : status + ", disabled";
  }
}

package io.github.cognitofirstlogin.admin;

import java.util.Set;

/** A user in the pool: the actual state, which is compared with the wanted one. */
record PoolUser(String username, String status, boolean enabled, Set<String> groups) {
  private static final String INVITED = "FORCE_CHANGE_PASSWORD";

  /** Whether the user has not completed the first login. */
  boolean isInvited() {
    return status.equals(INVITED);
  }

  /** The state in Cognito's own words. */
  String state() {
    return enabled ? status : status + ", disabled";
  }
}

package io.github.cognitofirstlogin.infra;

/** How soon an operator must look: the first word of an alarm's description. */
enum Urgency {
  /** No user can sign in, or no new user can. */
  PAGE,
  /** A single user is affected; the other users are not. */
  TICKET
}

package io.github.cognitofirstlogin.infra;

/** How soon somebody must look, as the first word of an alarm's description. */
enum Urgency {
  /** Nobody, or nobody new, gets in. */
  PAGE,
  /** Somebody was harmed or nearly so; the rest go on. */
  TICKET
}

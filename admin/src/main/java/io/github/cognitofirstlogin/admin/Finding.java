package io.github.cognitofirstlogin.admin;

/**
 * A setting that a pool or a client lacks, or a side effect: what users notice, and what to change.
 */
record Finding(Weight weight, String what, String mend) {

  /** The consequence if nothing is changed. */
  enum Weight {
    /** Users cannot complete a first login, or cannot keep the session. */
    MISSING,
    /** The first login works, but less safely or less well than it could. */
    WEAK,
    /** The first login works, and the pool's owner has chosen something more. */
    NOTE
  }

  static Finding missing(String what, String mend) {
    return new Finding(Weight.MISSING, what, mend);
  }

  static Finding weak(String what, String mend) {
    return new Finding(Weight.WEAK, what, mend);
  }

  static Finding note(String what, String mend) {
    return new Finding(Weight.NOTE, what, mend);
  }

  boolean stopsTheFirstLogin() {
    return weight == Weight.MISSING;
  }

  boolean isMissingOrWeak() {
    return weight != Weight.NOTE;
  }

  String line() {
    return "%-8s%s (%s)".formatted(weight, what, mend);
  }
}

package io.github.cognitofirstlogin.admin;

/** Something that a pool or a client lacks or adds: what of it is felt, and what is to be done. */
record Finding(Weight weight, String what, String mend) {

  /** What comes of it when nothing is done. */
  enum Weight {
    /** People cannot complete a first login, or not keep the session. */
    MISSING,
    /** It works, less safely or less well than it could. */
    WEAK,
    /** It works as the pool's owner wants, which is more than the first login alone. */
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

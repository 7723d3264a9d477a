package io.github.cognitofirstlogin.invite;

/** Something that a pool or a client lacks: what of it is felt, and the setting that mends it. */
record Finding(Weight weight, String what, String mend) {

  /** What comes of it when nothing is done. */
  enum Weight {
    /** People cannot complete a first login, or not keep the session. */
    MISSING,
    /** It works, less safely or less well than it could. */
    WEAK
  }

  static Finding missing(String what, String mend) {
    return new Finding(Weight.MISSING, what, mend);
  }

  static Finding weak(String what, String mend) {
    return new Finding(Weight.WEAK, what, mend);
  }

  boolean stopsTheFirstLogin() {
    return weight == Weight.MISSING;
  }

  String line() {
    return "%-8s%s (%s)".formatted(weight, what, mend);
  }
}

package io.github.cognitofirstlogin.local;

/** How much the long tests try: a sample, or with {@code -Dwhole} everything. */
public final class Whole {
  private Whole() {}

  public static boolean isAskedFor() {
    return Boolean.getBoolean("whole");
  }

  /** How often a test tries something. */
  public static int orSample(int whole, int sample) {
    return isAskedFor() ? whole : sample;
  }
}

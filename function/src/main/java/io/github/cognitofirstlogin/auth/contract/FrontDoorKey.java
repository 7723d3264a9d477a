package io.github.cognitofirstlogin.auth.contract;

/** The header that shows that a request came through the front door. */
public final class FrontDoorKey {
  public static final String HEADER = "x-front-door-key";

  private FrontDoorKey() {}
}

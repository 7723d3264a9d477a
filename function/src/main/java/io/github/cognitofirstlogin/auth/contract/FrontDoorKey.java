package io.github.cognitofirstlogin.auth.contract;

/** How a front door tells that a request came through it. */
public final class FrontDoorKey {
  public static final String HEADER = "x-front-door-key";

  private FrontDoorKey() {}
}

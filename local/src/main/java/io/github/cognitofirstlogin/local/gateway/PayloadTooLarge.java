package io.github.cognitofirstlogin.local.gateway;

/** The event is larger than Lambda's limit, so the function was not called. */
public final class PayloadTooLarge extends RuntimeException {
  private static final long serialVersionUID = 1;
}

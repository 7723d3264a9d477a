package io.github.cognitofirstlogin.auth.contract;

import java.util.Map;

/**
 * The event of the daily schedule that keeps the functions' snapshots active. The event is not a
 * request.
 */
public final class KeepAliveEvent {
  public static final Map<String, Boolean> MEMBERS = Map.of("keepAlive", true);

  private KeepAliveEvent() {}
}

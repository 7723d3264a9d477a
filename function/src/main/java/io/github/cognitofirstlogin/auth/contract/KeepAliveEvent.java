package io.github.cognitofirstlogin.auth.contract;

import java.util.Map;

/** What the schedule sends, so that the functions' snapshots stay ready. It is no request. */
public final class KeepAliveEvent {
  public static final Map<String, Boolean> MEMBERS = Map.of("keepAlive", true);

  private KeepAliveEvent() {}
}

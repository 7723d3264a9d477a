package io.github.cognitofirstlogin.auth.contract;

import java.util.Map;

/** What every reply of the function carries, whatever it says. */
public final class ReplyHeaders {
  public static final Map<String, String> ALL =
      Map.of(
          "content-type", "application/json; charset=utf-8",
          "x-content-type-options", "nosniff",
          "strict-transport-security", "max-age=63072000; includeSubDomains",
          "content-security-policy", "default-src 'none'; frame-ancestors 'none'",
          "referrer-policy", "no-referrer",
          "cross-origin-resource-policy", "same-site");

  /** Of every reply but those that are the same for everybody. */
  public static final Map<String, String> UNLESS_PUBLIC = Map.of("cache-control", "no-store");

  private ReplyHeaders() {}
}

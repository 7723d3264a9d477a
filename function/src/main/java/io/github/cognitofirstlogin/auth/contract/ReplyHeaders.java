package io.github.cognitofirstlogin.auth.contract;

import java.util.Map;

/** The headers of every reply of the function. */
public final class ReplyHeaders {
  public static final Map<String, String> ALL =
      Map.of(
          "content-type", "application/json; charset=utf-8",
          "x-content-type-options", "nosniff",
          "strict-transport-security", "max-age=63072000; includeSubDomains",
          "content-security-policy", "default-src 'none'; frame-ancestors 'none'",
          "referrer-policy", "no-referrer",
          "cross-origin-resource-policy", "same-site");

  /** The header of every reply that is not the same for all callers. */
  public static final Map<String, String> UNLESS_PUBLIC = Map.of("cache-control", "no-store");

  private ReplyHeaders() {}
}

package io.github.cognitofirstlogin.auth.http;

import java.util.regex.Pattern;

/** The host names that are always this machine, where clear text passes no network. */
public final class LoopbackHost {
  private static final String OCTET = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";

  private static final Pattern NAMES =
      Pattern.compile(
          "([a-z0-9-]+\\.)*localhost|127(\\.%s){3}|\\[::1\\]".formatted(OCTET),
          Pattern.CASE_INSENSITIVE);

  private LoopbackHost() {}

  /** Whether {@code host}, a name or address without a port, is one of them. */
  public static boolean is(String host) {
    return NAMES.matcher(host).matches();
  }
}

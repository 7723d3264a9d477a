package io.github.cognitofirstlogin.auth.http;

import java.util.regex.Pattern;

/**
 * The hosts that mean this machine, so that plain HTTP crosses no network.
 *
 * <p>Browsers treat every name below {@code localhost} as their own machine. A program asks its
 * resolver for such a name, and the resolver may answer with another machine.
 */
public final class LoopbackHost {
  private static final String OCTET = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";

  private static final String ADDRESSES = "127(\\.%s){3}|\\[::1\\]".formatted(OCTET);

  private static final Pattern OF_BROWSERS = pattern("([a-z0-9-]+\\.)*localhost|" + ADDRESSES);
  private static final Pattern OF_PROGRAMS = pattern("localhost|" + ADDRESSES);

  private LoopbackHost() {}

  /**
   * Whether a browser treats {@code host}, a name or address without a port, as its own machine.
   */
  public static boolean ofABrowser(String host) {
    return OF_BROWSERS.matcher(host).matches();
  }

  /** Whether a request of this program to {@code host}, without a port, stays on this machine. */
  public static boolean ofThisProgram(String host) {
    return OF_PROGRAMS.matcher(host).matches();
  }

  private static Pattern pattern(String hosts) {
    return Pattern.compile(hosts, Pattern.CASE_INSENSITIVE);
  }
}

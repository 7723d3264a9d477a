package io.github.cognitofirstlogin.auth;

import io.github.cognitofirstlogin.auth.http.LoopbackHost;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Checks an address that replaces AWS's Cognito. Passwords are sent there, so the address must be
 * {@code https}, or {@code http} on a loopback host. A part that two URL parsers may read
 * differently is refused: user information, a query, a fragment, a trailing dot, an IPv4 address
 * that is not four decimal numbers.
 */
final class CognitoUrl {
  private static final Pattern FORM =
      Pattern.compile(
          "(?<scheme>https?)://(?<host>\\[[0-9a-f:]+\\]|[a-z0-9.-]+)(:(?<port>[1-9]\\d{0,4}))?"
              + "(/[a-z0-9_-]+)*/?",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern NAME =
      Pattern.compile(
          "([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)*[a-z0-9]([a-z0-9-]*[a-z0-9])?",
          Pattern.CASE_INSENSITIVE);

  /** Some parsers read a host name whose last label is a number as an IPv4 address. */
  private static final Pattern NUMBER_AT_THE_END =
      Pattern.compile("(.*\\.)?(\\d+|0x[0-9a-f]*)", Pattern.CASE_INSENSITIVE);

  private static final Pattern IPV4 =
      Pattern.compile("((25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(\\.(?!$)|$)){4}");

  private static final int HIGHEST_PORT = 65_535;

  private CognitoUrl() {}

  /** The address, or empty if passwords must not be sent there. */
  static Optional<URI> parse(String text) {
    Matcher url = FORM.matcher(text);
    if (!url.matches() || !isPort(url.group("port"))) {
      return Optional.empty();
    }
    String host = url.group("host");
    boolean safe =
        url.group("scheme").equalsIgnoreCase("http")
            ? LoopbackHost.ofThisProgram(host)
            : isHost(host);
    return safe ? parsed(text) : Optional.empty();
  }

  private static boolean isPort(@Nullable String port) {
    return port == null || Integer.parseInt(port) <= HIGHEST_PORT;
  }

  private static boolean isHost(String host) {
    return host.startsWith("[")
        || (NUMBER_AT_THE_END.matcher(host).matches()
            ? IPV4.matcher(host).matches()
            : NAME.matcher(host).matches());
  }

  /** This call throws for brackets that do not contain an IPv6 address. */
  private static Optional<URI> parsed(String text) {
    try {
      return Optional.of(URI.create(text)).filter(url -> url.getHost() != null);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}

package io.github.cognitofirstlogin.infra.config;

import com.google.common.net.InetAddresses;
import java.net.URI;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A page's origin exactly as a browser sends it in the {@code Origin} header. */
public record Origin(String value) {
  private static final Pattern SHAPE =
      Pattern.compile("(?<scheme>https?)://(?<host>[^/?#:@\\s]+)(:(?<port>[1-9][0-9]{0,4}))?");
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1");
  private static final int HIGHEST_PORT = 65535;

  public static Origin parse(String text) {
    if (text.contains("*")) {
      throw refused("name each origin without a wildcard, for cookies travel with it", text);
    }
    var shape = SHAPE.matcher(text);
    if (!shape.matches() || !isHost(shape.group("host"))) {
      throw refused(
          "hold exact origins, https:// and a host in lower case with no path or slash after it",
          text);
    }
    var secure = shape.group("scheme").equals("https");
    var port = shape.group("port");
    if (!secure && (port == null || !isOfThisMachine(shape.group("host")))) {
      throw refused(
          "hold https:// origins; http:// is for http://localhost:<port> and"
              + " http://127.0.0.1:<port> only",
          text);
    }
    if (!isPort(port)) {
      throw refused("hold origins with a port from 1 to 65535", text);
    }
    if (port != null && port.equals(secure ? "443" : "80")) {
      throw refused("leave out the scheme's own port, as browsers do", text);
    }
    return new Origin(text);
  }

  /** Whether requests to this origin stay on the machine. */
  static boolean isLoopback(String host) {
    return LOOPBACK.contains(host);
  }

  /** Whether it is a name below localhost, which only a local run uses. */
  boolean isLocalName() {
    return isKnown() && value.startsWith("http://") && isLocalName(URI.create(value).getHost());
  }

  /** Whether it is certain that browsers treat its pages as another site than the host's. */
  boolean isOfAnotherSiteThan(HostName other) {
    return isKnown() && other.isKnown() && !isOfTheSiteOf(other);
  }

  /** Whether its pages are of the same site as a host, so that browsers send cookies from there. */
  private boolean isOfTheSiteOf(HostName other) {
    var host = URI.create(value).getHost();
    return HostName.isOne(host) && new HostName(host).site().equals(other.site());
  }

  private boolean isKnown() {
    return !Unresolved.isIn(value);
  }

  private static boolean isOfThisMachine(String host) {
    return isLoopback(host) || isLocalName(host);
  }

  private static boolean isLocalName(String host) {
    return HostName.isOne(host) && new HostName(host).isLocal() && !isLoopback(host);
  }

  /** Whether the digits are a port. Without digits the scheme's default port applies. */
  static boolean isPort(@Nullable String digits) {
    return digits == null || Integer.parseInt(digits) <= HIGHEST_PORT;
  }

  static boolean isHost(String host) {
    return HostName.isOne(host)
        || (InetAddresses.isInetAddress(host)
            && InetAddresses.forString(host).getHostAddress().equals(host));
  }

  private static SynthesisRefused refused(String rule, String got) {
    return ContextKey.ALLOWED_ORIGINS.must(rule, got);
  }

  @Override
  public String toString() {
    return value;
  }
}

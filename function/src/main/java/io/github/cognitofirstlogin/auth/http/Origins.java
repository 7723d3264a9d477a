package io.github.cognitofirstlogin.auth.http;

import io.github.cognitofirstlogin.auth.contract.ErrorCode;
import io.github.cognitofirstlogin.auth.contract.Route;
import io.github.cognitofirstlogin.auth.contract.Route.Payload;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Keeps other sites' pages from using a visitor's cookies. The headers in which a browser names a
 * request's origin must name an allowed page. A request without these headers does not come from a
 * browser.
 */
public record Origins(Set<String> allowed) {
  private static final Pattern JSON =
      Pattern.compile(
          "application/json[ \t]*(;[ \t]*charset[ \t]*=[ \t]*\"?utf-8\"?[ \t]*)?",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern PORT = Pattern.compile(":\\d{1,5}$");

  private static final Set<String> OTHER_SITES = Set.of("cross-site", "same-site");

  public Origins {
    allowed = Set.copyOf(allowed);
  }

  /**
   * Checks a request.
   *
   * @throws BadRequest if a page that is not allowed may have sent the request
   */
  public void check(Route route, Request request) {
    Optional<String> contentType = request.header("content-type");
    Optional<String> origin = request.header("origin");
    Optional<String> site = request.header("sec-fetch-site");
    if (contentType.isPresent()
        && !JSON.matcher(ProtocolText.trimmed(contentType.get())).matches()) {
      throw new BadRequest(ErrorCode.UNSUPPORTED_MEDIA_TYPE);
    }
    if (origin.isPresent() && !isAllowed(origin.get(), request)) {
      throw new BadRequest(ErrorCode.ORIGIN_NOT_ALLOWED);
    }
    if (origin.isEmpty() && site.isPresent() && OTHER_SITES.contains(site.get())) {
      throw new BadRequest(ErrorCode.ORIGIN_NOT_ALLOWED);
    }
    boolean browser = origin.isPresent() || site.isPresent();
    if (route.payload() == Payload.JSON && contentType.isEmpty() && browser) {
      // An HTML form or a simple fetch can send only these types without a preflight.
      throw new BadRequest(ErrorCode.UNSUPPORTED_MEDIA_TYPE);
    }
    if (route.payload() == Payload.NONE
        && !route.isSafe()
        && request.header("x-requested-with").isEmpty()) {
      // There is no content type to check. A form cannot send a custom header.
      throw new BadRequest(ErrorCode.HEADER_MISSING);
    }
  }

  private boolean isAllowed(String origin, Request request) {
    return allowed.contains(origin)
        || request.header("host").filter(host -> isOwn(origin, host)).isPresent();
  }

  /** Without TLS a host name proves nothing, unless it always means this machine. */
  private static boolean isOwn(String origin, String host) {
    String name = ProtocolText.lowerCase(host);
    return origin.equals("https://" + name)
        || (origin.equals("http://" + name)
            && LoopbackHost.ofABrowser(PORT.matcher(name).replaceFirst("")));
  }
}

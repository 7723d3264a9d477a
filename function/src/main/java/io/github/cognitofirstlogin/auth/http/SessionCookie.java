package io.github.cognitofirstlogin.auth.http;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** The cookie that holds the access token, in the shape that the deployment calls for. */
public record SessionCookie(String siteAttributes) {
  private static final String NAME = "accessToken";

  /** Browsers drop a cookie whose name and value are longer together (RFC 6265bis, 5.6). */
  private static final int MAX_NAME_AND_VALUE_BYTES = 4096;

  /** For page and API on hosts of one domain; {@code domain} with its leading dot. */
  public static SessionCookie sharedDomain(String domain, String sameSite) {
    return new SessionCookie("SameSite=" + sameSite + "; Domain=" + domain);
  }

  /** For page and API on unrelated hosts: the cookie is kept apart for each site that embeds it. */
  public static SessionCookie crossSite() {
    return new SessionCookie("SameSite=None; Partitioned");
  }

  /** Whether browsers keep a cookie with this token. */
  public boolean fits(String token) {
    return NAME.length() + token.getBytes(StandardCharsets.UTF_8).length
        <= MAX_NAME_AND_VALUE_BYTES;
  }

  public String set(String token, Duration maxAge) {
    return "%s=%s; Path=/; Max-Age=%d; Secure; HttpOnly; %s"
        .formatted(NAME, token, maxAge.toSeconds(), siteAttributes);
  }
}

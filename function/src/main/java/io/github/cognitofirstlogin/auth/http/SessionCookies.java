package io.github.cognitofirstlogin.auth.http;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * The cookies of the session, in the shape of the deployment. The access token's cookie is for
 * every route, the refresh token's cookie only for the routes of the session.
 */
public record SessionCookies(
    String accessName,
    String refreshName,
    String refreshPath,
    String site,
    List<String> formerSites) {
  /** Browsers drop a cookie whose name and value are longer together (RFC 6265bis, 5.6). */
  private static final int MAX_NAME_AND_VALUE_BYTES = 4096;

  /**
   * API Gateway accepts 10,240 bytes of request line and headers; the rest is for the other
   * headers.
   */
  private static final int MAX_BYTES_TOGETHER = 7168;

  /** The routes that use the refresh token. */
  private static final String REFRESH_PATH = "/session";

  private static final String REFRESH_NAME = "refreshToken";

  /** The names in the shape in which no other host can set the cookies. */
  private static final String OWN_REFRESH_NAME = "__Secure-refreshToken";

  private static final String PARTITIONED = "SameSite=None; Partitioned";

  /**
   * The cookies for page and API on hosts of one domain; {@code domain} has its leading dot. A
   * former configuration without a domain used the same names on unrelated hosts.
   */
  public static SessionCookies sharedDomain(String domain, String sameSite) {
    return new SessionCookies(
        "accessToken",
        REFRESH_NAME,
        REFRESH_PATH,
        "SameSite=" + sameSite + "; Domain=" + domain,
        List.of(PARTITIONED));
  }

  /**
   * The cookies for page and API on one host: no other host can set or overwrite them. {@code path}
   * is the path before the routes in a browser's URL.
   */
  public static SessionCookies sameOrigin(String apiPath) {
    return new SessionCookies(
        "__Host-accessToken",
        OWN_REFRESH_NAME,
        apiPath + REFRESH_PATH,
        "SameSite=Strict",
        List.of());
  }

  /** The cookies for page and API on unrelated hosts: browsers keep them apart for each site. */
  public static SessionCookies crossSite() {
    return new SessionCookies("accessToken", REFRESH_NAME, REFRESH_PATH, PARTITIONED, List.of());
  }

  /** The names of the refresh token's cookie in all shapes, with this shape's name first. */
  public List<String> refreshNamesEver() {
    return Stream.of(refreshName, REFRESH_NAME, OWN_REFRESH_NAME).distinct().toList();
  }

  /** Whether browsers keep a cookie with this access token. */
  public boolean fitsAccess(String token) {
    return fits(accessName, token);
  }

  /** Whether browsers keep a cookie with this refresh token, and can send both cookies. */
  public boolean fitsRefresh(String token, String accessToken) {
    return fits(refreshName, token)
        && size(refreshName, token) + size(accessName, accessToken) <= MAX_BYTES_TOGETHER;
  }

  public String access(String token, Duration maxAge) {
    return set(accessName, token, "/", maxAge);
  }

  public String refresh(String token, Duration maxAge) {
    return set(refreshName, token, refreshPath, maxAge);
  }

  /**
   * Makes the browser delete both cookies, and cookies that a former configuration may have left.
   */
  public List<String> clear() {
    return Stream.concat(Stream.of(site), formerSites.stream())
        .flatMap(
            each -> Stream.of(clear(accessName, "/", each), clear(refreshName, refreshPath, each)))
        .toList();
  }

  /** Makes the browser delete an invalid access token, and keep the refresh token. */
  public List<String> clearAccess() {
    return List.of(clear(accessName, "/", site));
  }

  private String set(String name, String value, String path, Duration maxAge) {
    return "%s=%s; Path=%s; Max-Age=%d; Secure; HttpOnly; %s"
        .formatted(name, value, path, maxAge.toSeconds(), site);
  }

  private static String clear(String name, String path, String site) {
    return "%s=; Path=%s; Max-Age=0; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Secure; HttpOnly; %s"
        .formatted(name, path, site);
  }

  private static boolean fits(String name, String value) {
    return size(name, value) <= MAX_NAME_AND_VALUE_BYTES;
  }

  /** Tokens are ASCII, so a character is a byte. */
  private static int size(String name, String value) {
    return name.length() + value.length();
  }
}

package io.github.cognitofirstlogin.local;

import java.util.List;

/** The hosts of page and API for each shape of the cookies, below localhost. */
enum CookieHosts {
  SHARED_DOMAIN(
      "app.auth.localhost", "api.auth.localhost", List.of("evil.localhost", "evil.auth.localhost")),
  SAME_ORIGIN("app.localhost", "app.localhost", List.of("evil.localhost", "evil.app.localhost")),
  CROSS_SITE("localhost", "api.localhost", List.of("evil.localhost"));

  private static final String CERTIFICATE =
      "certificateArn=arn:aws:acm:eu-west-1:123456789012:certificate/"
          + "11111111-2222-3333-4444-555555555555";

  private final String page;
  private final String api;
  private final List<String> foreign;

  CookieHosts(String page, String api, List<String> foreign) {
    this.page = page;
    this.api = api;
    this.foreign = foreign;
  }

  String page() {
    return page;
  }

  String api() {
    return api;
  }

  /**
   * Pages that must have no access: on another site, and on another host if the shape allows only
   * one host.
   */
  List<String> foreign() {
    return foreign;
  }

  /** The configuration of such a deployment, with the page served at this port. */
  List<String> context(int pagePort) {
    var origin = "allowedOrigins=http://" + page + ":" + pagePort;
    return switch (this) {
      case SHARED_DOMAIN ->
          List.of(origin, "cookieDomain=auth.localhost", "apiDomainName=" + api, CERTIFICATE);
      case SAME_ORIGIN -> List.of("apiDomainName=" + api, CERTIFICATE);
      case CROSS_SITE -> List.of(origin);
    };
  }
}

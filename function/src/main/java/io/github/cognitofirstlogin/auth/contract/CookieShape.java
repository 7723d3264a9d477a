package io.github.cognitofirstlogin.auth.contract;

/** The relation between the hosts of page and API, which decides every attribute of the cookies. */
public enum CookieShape {
  /** Page and API are on hosts of one domain: the cookies have that domain. */
  SHARED_DOMAIN,
  /** Page and API are on one host: the cookies are bound to that host. */
  SAME_ORIGIN,
  /**
   * Page and API are on unrelated hosts: the cookies have no domain and are partitioned by the
   * page's site.
   */
  CROSS_SITE
}

package io.github.cognitofirstlogin.auth.contract;

/** Where page and API live relative to each other; it decides every attribute of the cookies. */
public enum CookieShape {
  /** Page and API on hosts of one domain: the cookies carry that domain. */
  SHARED_DOMAIN,
  /** Page and API behind one host: the cookies are bound to it. */
  SAME_ORIGIN,
  /** Page and API on unrelated hosts: host-only cookies, partitioned by the page's site. */
  CROSS_SITE
}

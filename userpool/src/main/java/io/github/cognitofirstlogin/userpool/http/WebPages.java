package io.github.cognitofirstlogin.userpool.http;

/** Recognises the requests of web pages. */
public final class WebPages {

  private WebPages() {}

  /** Browsers send one of these two headers, and a script cannot remove it. */
  public static boolean sent(Request request) {
    return request.header("Origin").isPresent()
        || request.header("Sec-Fetch-Site").filter(site -> !site.equals("none")).isPresent();
  }
}

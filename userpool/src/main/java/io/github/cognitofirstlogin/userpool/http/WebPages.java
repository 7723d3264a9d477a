package io.github.cognitofirstlogin.userpool.http;

/** Tells the requests that a web page makes from those of every other client. */
public final class WebPages {

  private WebPages() {}

  /** Browsers say so in one of two headers, which no script can take away. */
  public static boolean sent(Request request) {
    return request.header("Origin").isPresent()
        || request.header("Sec-Fetch-Site").filter(site -> !site.equals("none")).isPresent();
  }
}

package io.github.cognitofirstlogin.local.gateway;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Decodes the percent-encoding of a URL. A broken escape stays unchanged. */
final class PercentEncoding {

  private PercentEncoding() {}

  /** For paths, in which a plus sign is a plus sign. */
  static String decode(String text) {
    return decodeForm(text.replace("+", "%2B"));
  }

  /** For query strings, in which a plus sign means a space. */
  static String decodeForm(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException brokenEscape) {
      return text;
    }
  }
}

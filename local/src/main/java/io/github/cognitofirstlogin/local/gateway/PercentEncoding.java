package io.github.cognitofirstlogin.local.gateway;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Decodes what a caller wrote into a URL; a broken escape stays as it was written. */
final class PercentEncoding {

  private PercentEncoding() {}

  /** For paths, where a plus sign means itself. */
  static String decode(String text) {
    return decodeForm(text.replace("+", "%2B"));
  }

  /** For query strings, where a plus sign means a space. */
  static String decodeForm(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException brokenEscape) {
      return text;
    }
  }
}

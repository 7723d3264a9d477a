package io.github.cognitofirstlogin.local.gateway;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;

/** Ids in API Gateway's formats. */
final class RequestIds {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int REQUEST_ID_BYTES = 11;
  private static final int TRACE_ID_BYTES = 12;

  private RequestIds() {}

  /** Such as {@code JKJaXmPLvHcESHA=}. */
  static String requestId() {
    return Base64.getUrlEncoder().encodeToString(random(REQUEST_ID_BYTES));
  }

  static String traceId(Instant now) {
    return "Root=1-%08x-%s"
        .formatted(now.getEpochSecond(), HexFormat.of().formatHex(random(TRACE_ID_BYTES)));
  }

  private static byte[] random(int length) {
    var bytes = new byte[length];
    RANDOM.nextBytes(bytes);
    return bytes;
  }
}

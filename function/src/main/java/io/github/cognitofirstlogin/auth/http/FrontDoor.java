package io.github.cognitofirstlogin.auth.http;

import io.github.cognitofirstlogin.auth.contract.FrontDoorKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * Tells whether a request came through the front door, and from which address. An HTTP API has its
 * own address, which cannot be switched off if a distribution calls it. A request to that address
 * bypasses the front door's firewall, so it is refused.
 */
public final class FrontDoor {
  /** CloudFront appends its caller's address, and then API Gateway appends CloudFront's address. */
  private static final String ADDRESSES_HEADER = "x-forwarded-for";

  private final Optional<byte[]> key;

  private FrontDoor(Optional<byte[]> key) {
    this.key = key;
  }

  /** Without a front door every request passes. */
  public static FrontDoor none() {
    return new FrontDoor(Optional.empty());
  }

  public static FrontDoor of(String key) {
    return new FrontDoor(Optional.of(key.getBytes(StandardCharsets.UTF_8)));
  }

  public boolean passed(Request request) {
    return key.isEmpty()
        || request
            .header(FrontDoorKey.HEADER)
            .map(value -> value.getBytes(StandardCharsets.UTF_8))
            .filter(value -> MessageDigest.isEqual(key.get(), value))
            .isPresent();
  }

  /**
   * The address of the caller. Behind a front door, API Gateway sees CloudFront's address. The
   * caller may have invented every address before the two that CloudFront and API Gateway appended.
   */
  public Optional<String> callersAddress(Request request, Optional<String> gatewaySaw) {
    if (key.isEmpty()) {
      return gatewaySaw;
    }
    String[] addresses = request.header(ADDRESSES_HEADER).orElse("").split(",", -1);
    int last = addresses.length - 1;
    return last > 0 && gatewaySaw.equals(Optional.of(ProtocolText.trimmed(addresses[last])))
        ? Optional.of(ProtocolText.trimmed(addresses[last - 1]))
        : gatewaySaw;
  }
}

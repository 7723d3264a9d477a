package io.github.cognitofirstlogin.auth.http;

import io.github.cognitofirstlogin.auth.contract.FrontDoorKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * Tells whether a request came through the front door, and from whom. An HTTP API has an address of
 * its own that cannot be switched off for a distribution; what was not seen by the door's firewall
 * ends here.
 */
public final class FrontDoor {
  /** CloudFront adds its caller's address, then API Gateway adds CloudFront's. */
  private static final String ADDRESSES_HEADER = "x-forwarded-for";

  private final Optional<byte[]> key;

  private FrontDoor(Optional<byte[]> key) {
    this.key = key;
  }

  /** No door: every request is as good as any other. */
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
   * Where a request that passed came from: through a door API Gateway sees CloudFront's address.
   * Whatever stands before what those two added is the caller's invention.
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

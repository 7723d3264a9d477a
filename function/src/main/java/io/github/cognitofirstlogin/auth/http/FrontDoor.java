package io.github.cognitofirstlogin.auth.http;

import io.github.cognitofirstlogin.auth.contract.FrontDoorKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * Tells whether a request came through the front door. An HTTP API has an address of its own that
 * cannot be switched off for a distribution; what was not seen by the door's firewall ends here.
 */
public final class FrontDoor {
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
}

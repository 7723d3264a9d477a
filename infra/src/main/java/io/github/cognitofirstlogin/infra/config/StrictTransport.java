package io.github.cognitofirstlogin.infra.config;

import java.time.Duration;
import java.util.regex.Pattern;

/** The page's header after which browsers use only https. */
public record StrictTransport(Duration maxAge, boolean includeSubdomains) {
  private static final Pattern SHAPE =
      Pattern.compile("max-age=(?<seconds>[0-9]{1,10})(?<subdomains>; includeSubDomains)?");

  public static StrictTransport parse(String value) {
    var parts = SHAPE.matcher(value);
    if (!parts.matches()) {
      throw new SynthesisRefused(
          "the page's header strict-transport-security must be max-age and includeSubDomains, got '"
              + OneLine.of(value)
              + "'");
    }
    return new StrictTransport(
        Duration.ofSeconds(Long.parseLong(parts.group("seconds"))),
        parts.group("subdomains") != null);
  }
}

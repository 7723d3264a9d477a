package io.github.cognitofirstlogin.infra;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cognitofirstlogin.auth.contract.Setting;
import io.github.cognitofirstlogin.infra.config.ContextKey;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awscdk.Token;

/** The size of a function's environment as Lambda measures it: its variables as one JSON object. */
final class EnvironmentSize {
  private static final int MOST_BYTES = 4096;

  /**
   * A placeholder for a value that is known only at the deployment; no real id, key or address is
   * longer.
   */
  private static final String UNKNOWN = "x".repeat(64);

  private static final ObjectMapper JSON = new ObjectMapper();

  private EnvironmentSize() {}

  /** Refuses a list of origins that is too long, because no other value has an unbounded length. */
  static void check(Map<String, String> variables) {
    var known = new LinkedHashMap<>(variables);
    known.replaceAll(
        (name, value) -> Boolean.TRUE.equals(Token.isUnresolved(value)) ? UNKNOWN : value);
    var size = bytes(known);
    if (size > MOST_BYTES) {
      var origins = known.getOrDefault(Setting.ALLOWED_ORIGINS.name(), "");
      throw ContextKey.ALLOWED_ORIGINS.must(
          "have at most %d bytes in all, for Lambda takes %d bytes of environment variables"
              .formatted(origins.length() - (size - MOST_BYTES), MOST_BYTES),
          origins);
    }
  }

  private static int bytes(Map<String, String> variables) {
    try {
      return JSON.writeValueAsString(variables).getBytes(StandardCharsets.UTF_8).length;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a map of texts is JSON", e);
    }
  }
}

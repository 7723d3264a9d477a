package io.github.cognitofirstlogin.infra;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * CDK context as the CLI hands it to an app: read here and not from an {@code App}, because an
 * {@code App} starts Node.js and a refusal should come at once and alone.
 */
final class CliContext {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

  private CliContext() {}

  static Map<String, Object> from(Map<String, String> environment) {
    var context = new HashMap<String, Object>();
    try {
      var inline = environment.get("CDK_CONTEXT_JSON");
      if (inline != null) {
        context.putAll(JSON.readValue(inline, OBJECT));
      }
      // What is too long for an environment variable is in a file.
      var overflow = environment.get("CONTEXT_OVERFLOW_LOCATION_ENV");
      if (overflow != null) {
        context.putAll(JSON.readValue(Path.of(overflow).toFile(), OBJECT));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the context from the CDK CLI is not JSON", e);
    }
    return context;
  }
}

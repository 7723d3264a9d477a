package io.github.cognitofirstlogin.infra.config;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * CDK context as the CLI hands it to an app: read here and not from an {@code App}, because an
 * {@code App} starts Node.js and a refusal should come at once and alone.
 */
public final class CliContext {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

  private CliContext() {}

  public static Map<String, Object> from(Map<String, String> environment) {
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

  /**
   * Keys that stand in the project's or in the person's own file of context, for any app of theirs.
   */
  public static Set<String> keysOfOthers(Path home, Path project) {
    var keys = new HashSet<String>();
    fieldNames(home.resolve(".cdk.json"), "/context").forEach(keys::add);
    fieldNames(project.resolve("cdk.context.json"), "").forEach(keys::add);
    return keys;
  }

  private static Set<String> fieldNames(Path file, String pointer) {
    try {
      if (!Files.isRegularFile(file)) {
        return Set.of();
      }
      var names = new HashSet<String>();
      JSON.readTree(file.toFile()).at(pointer).fieldNames().forEachRemaining(names::add);
      return names;
    } catch (IOException e) {
      // The CLI has read it before, and says itself what is wrong with it.
      return Set.of();
    }
  }
}

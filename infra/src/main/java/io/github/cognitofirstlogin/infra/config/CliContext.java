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
 * CDK context from the CLI. It is not read through an {@code App}, because an {@code App} starts
 * Node.js, and a refusal should come at once and without other output.
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
      // The CLI puts a context that is too long for an environment variable into a file.
      var overflow = environment.get("CONTEXT_OVERFLOW_LOCATION_ENV");
      if (overflow != null) {
        context.putAll(JSON.readValue(Path.of(overflow).toFile(), OBJECT));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the context from the CDK CLI is not JSON", e);
    }
    return context;
  }

  /** Keys in the project's or the user's own context file, which may be for another app. */
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
      // The CLI has read the file before and reports its errors itself.
      return Set.of();
    }
  }
}

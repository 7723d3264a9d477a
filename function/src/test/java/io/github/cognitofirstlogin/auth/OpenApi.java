package io.github.cognitofirstlogin.auth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.cognitofirstlogin.auth.contract.Route;
import io.github.cognitofirstlogin.auth.project.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads {@code docs/openapi.yaml} with the names of the contract. */
public record OpenApi(JsonNode root) {
  private static final Path FILE = Project.file("docs/openapi.yaml");

  public static OpenApi read() {
    try {
      return new OpenApi(new YAMLMapper().readTree(FILE.toFile()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every operation's method and path, as API Gateway names a route. */
  public Set<String> routeKeys() {
    Set<String> keys = new TreeSet<>();
    for (var path : root.path("paths").properties()) {
      path.getValue()
          .fieldNames()
          .forEachRemaining(
              method -> keys.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey()));
    }
    return keys;
  }

  /** The codes that the schema of all codes lists. */
  public Set<String> codes() {
    return values(root.at("/components/schemas/Code"));
  }

  /** The statuses of a route's replies, and the codes of each status. */
  public Map<Integer, Set<String>> codes(Route route) {
    Map<Integer, Set<String>> codes = new TreeMap<>();
    JsonNode operation =
        root.path("paths").path(route.path()).path(route.method().toLowerCase(Locale.ROOT));
    for (var response : operation.path("responses").properties()) {
      Set<String> found = new TreeSet<>();
      JsonNode schema = resolved(response.getValue()).at("/content/application~1json/schema");
      collectCodes(schema, found);
      codes.put(Integer.valueOf(response.getKey()), found);
    }
    return codes;
  }

  private void collectCodes(JsonNode schema, Set<String> found) {
    JsonNode here = resolved(schema);
    found.addAll(values(here.path("properties").path("code")));
    for (String composition : Set.of("oneOf", "anyOf")) {
      here.path(composition).forEach(branch -> collectCodes(branch, found));
    }
  }

  private JsonNode resolved(JsonNode node) {
    JsonNode reference = node.path("$ref");
    return reference.isTextual() ? root.at(reference.textValue().substring(1)) : node;
  }

  private static Set<String> values(JsonNode schema) {
    Set<String> values = new LinkedHashSet<>();
    schema.path("enum").forEach(value -> values.add(value.textValue()));
    if (schema.path("const").isTextual()) {
      values.add(schema.path("const").textValue());
    }
    return values;
  }
}

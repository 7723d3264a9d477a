package io.github.cognitofirstlogin.userpool.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parts of a CloudFormation template that the local run uses. */
public final class Template {

  private final JsonNode root;

  public Template(JsonNode root) {
    this.root = root;
  }

  public static Template read(Path file) throws IOException {
    return new Template(new ObjectMapper().readTree(file.toFile()));
  }

  public List<Resource> resources() {
    return root.path("Resources").properties().stream()
        .map(
            entry ->
                new Resource(
                    entry.getKey(),
                    entry.getValue().path("Type").asText(),
                    Optional.ofNullable(entry.getValue().path("Condition").textValue()),
                    entry.getValue().path("Properties").isObject()
                        ? entry.getValue().path("Properties")
                        : JsonNodeFactory.instance.objectNode()))
        .toList();
  }

  public List<Resource> resources(String type) {
    return resources().stream().filter(resource -> resource.type().equals(type)).toList();
  }

  public Resource onlyResource(String type) {
    var found = resources(type);
    if (found.size() != 1) {
      throw new TemplateException(
          "The local run needs exactly one %s in the template, which has %d"
              .formatted(type, found.size()));
    }
    return found.get(0);
  }

  JsonNode condition(String name) {
    return root.path("Conditions").path(name);
  }

  /** A parameter's default; deployments of this project pass no parameters. */
  Optional<String> parameter(String name) {
    var parameter = root.path("Parameters").path(name).path("Default");
    return parameter.isMissingNode() ? Optional.empty() : Optional.of(parameter.asText());
  }

  /** The outputs' values, not resolved. */
  public Map<String, JsonNode> outputs() {
    var outputs = new LinkedHashMap<String, JsonNode>();
    root.path("Outputs")
        .properties()
        .forEach(output -> outputs.put(output.getKey(), output.getValue().path("Value")));
    return outputs;
  }
}

package io.github.cognitofirstlogin.userpool.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Reads a resource's {@code Properties} and records the properties that were not read. */
final class CloudFormationProperties {

  private final String type;
  private final String path;
  private final JsonNode node;
  private final Consumer<String> warnings;
  private final Set<String> understood = new HashSet<>();

  CloudFormationProperties(String type, JsonNode node, Consumer<String> warnings) {
    this(type, "", node, warnings);
  }

  private CloudFormationProperties(
      String type, String path, JsonNode node, Consumer<String> warnings) {
    this.type = type;
    this.path = path;
    this.node = node;
    this.warnings = warnings;
    if (!node.isObject()) {
      throw new IllegalArgumentException(
          "%s %s must be an object, got %s"
              .formatted(type, path.isEmpty() ? "properties" : "property '" + path + "'", node));
    }
  }

  Optional<String> text(String name) {
    return value(name).map(JsonNode::asText);
  }

  String word(String name, String fallback, String... allowed) {
    var word = text(name).orElse(fallback);
    if (!List.of(allowed).contains(word)) {
      throw refused(name, "one of " + String.join(", ", allowed), word);
    }
    return word;
  }

  /** CloudFormation accepts {@code "true"} for {@code true}. */
  boolean flag(String name, boolean fallback) {
    return Boolean.parseBoolean(word(name, String.valueOf(fallback), "true", "false"));
  }

  int number(String name, int fallback, int min, int max) {
    var text = text(name).orElse(String.valueOf(fallback));
    int number;
    try {
      number = Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw refused(name, "a whole number", text);
    }
    if (number < min || number > max) {
      throw refused(name, "%d to %d".formatted(min, max), text);
    }
    return number;
  }

  Set<String> words(String name, String... allowed) {
    var words = new LinkedHashSet<String>();
    for (var item : list(name)) {
      var word = item.asText();
      if (allowed.length > 0 && !List.of(allowed).contains(word)) {
        throw refused(name, "among " + String.join(", ", allowed), word);
      }
      words.add(word);
    }
    return words;
  }

  /** The object with that name; an empty object if it is missing. */
  CloudFormationProperties section(String name) {
    var section = value(name).orElse(JsonNodeFactory.instance.objectNode());
    return new CloudFormationProperties(type, path(name), section, warnings);
  }

  List<CloudFormationProperties> sections(String name) {
    var sections = new ArrayList<CloudFormationProperties>();
    for (var item : list(name)) {
      sections.add(new CloudFormationProperties(type, path(name), item, warnings));
    }
    return sections;
  }

  boolean has(String name) {
    return node.hasNonNull(name);
  }

  boolean isEmpty() {
    return node.isEmpty();
  }

  /** Properties without an effect that a caller of the local pool could see. */
  void withoutEffectHere(String... names) {
    understood.addAll(List.of(names));
  }

  void warnAboutTheRest() {
    node.fieldNames()
        .forEachRemaining(
            name -> {
              if (!understood.contains(name)) {
                warnings.accept("%s property '%s' is not emulated".formatted(type, path(name)));
              }
            });
  }

  IllegalArgumentException refused(String name, String expected, String actual) {
    return new IllegalArgumentException(
        "%s property '%s' must be %s, got '%s'".formatted(type, path(name), expected, actual));
  }

  private List<JsonNode> list(String name) {
    var list = new ArrayList<JsonNode>();
    understood.add(name);
    var value = node.get(name);
    if (value == null || value.isNull()) {
      return list;
    }
    if (!value.isArray()) {
      throw refused(name, "a list", value.toString());
    }
    value.forEach(list::add);
    return list;
  }

  private Optional<JsonNode> value(String name) {
    understood.add(name);
    return Optional.ofNullable(node.get(name)).filter(value -> !value.isNull());
  }

  private String path(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }
}

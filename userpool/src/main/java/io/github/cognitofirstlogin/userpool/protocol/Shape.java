package io.github.cognitofirstlogin.userpool.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A shape of the service model, and the rules for its values. */
final class Shape {

  private final String type;
  private final JsonNode constraints;
  private final @Nullable Pattern pattern;
  private final Map<String, Shape> members = new HashMap<>();
  private @Nullable Shape item;

  private Shape(JsonNode definition) {
    type = definition.path("type").asText();
    constraints = definition;
    pattern =
        definition.has("pattern") ? Pattern.compile(definition.path("pattern").asText()) : null;
  }

  static Map<String, Shape> all(JsonNode definitions) {
    var shapes = new HashMap<String, Shape>();
    definitions
        .properties()
        .forEach(entry -> shapes.put(entry.getKey(), new Shape(entry.getValue())));
    shapes.values().forEach(shape -> shape.link(shapes));
    return shapes;
  }

  /** A value of the wrong type is refused before its constraints are checked. */
  void checkType(JsonNode value) {
    if (value.isNull()) {
      return;
    }
    var fits =
        switch (type) {
          case "structure", "map" -> value.isObject();
          case "list" -> value.isArray();
          case "string" -> value.isTextual();
          case "boolean" -> value.isBoolean();
          case "integer" -> value.isIntegralNumber() && value.canConvertToInt();
          default -> throw new IllegalStateException("the service model has a type " + type);
        };
    if (!fits) {
      throw new CognitoException("SerializationException", "A value is not of type " + type + ".");
    }
    value
        .properties()
        .forEach(
            entry -> member(entry.getKey()).ifPresent(shape -> shape.checkType(entry.getValue())));
    if (item != null) {
      for (var one : value) {
        item.checkType(one);
      }
    }
  }

  void check(String path, JsonNode value, List<String> errors) {
    switch (type) {
      case "structure" -> checkMembers(path, value, errors);
      case "map", "list" -> checkItems(path, value, errors);
      case "string" -> checkText(path, value.asText(), errors);
      case "integer" -> checkNumber(path, value.asInt(), errors);
      default -> {}
    }
  }

  private void checkItems(String path, JsonNode value, List<String> errors) {
    if (item == null) {
      return;
    }
    var shape = item;
    value
        .properties()
        .forEach(e -> shape.check(path + "." + e.getKey() + ".member", e.getValue(), errors));
    for (var i = 0; value.isArray() && i < value.size(); i++) {
      shape.check(path + "." + (i + 1) + ".member", value.get(i), errors);
    }
  }

  private void checkMembers(String path, JsonNode value, List<String> errors) {
    for (var required : constraints.path("required")) {
      if (value.path(required.asText()).isMissingNode() || value.path(required.asText()).isNull()) {
        errors.add(
            "Value null at '%s' failed to satisfy constraint: Member must not be null"
                .formatted(at(path, required.asText())));
      }
    }
    members.forEach(
        (name, shape) -> {
          var member = value.path(name);
          if (!member.isMissingNode() && !member.isNull()) {
            shape.check(at(path, name), member, errors);
          }
        });
  }

  private void checkText(String path, String text, List<String> errors) {
    var length = text.codePointCount(0, text.length());
    if (constraints.has("enum") && !words().contains(text)) {
      errors.add(refused(path, text, "Member must satisfy enum value set: " + words()));
    }
    if (length < constraints.path("min").asInt(0)) {
      errors.add(
          refused(
              path,
              text,
              "Member must have length greater than or equal to "
                  + constraints.path("min").asInt()));
    }
    if (length > constraints.path("max").asInt(Integer.MAX_VALUE)) {
      errors.add(
          refused(
              path,
              text,
              "Member must have length less than or equal to " + constraints.path("max").asInt()));
    }
    if (pattern != null && !pattern.matcher(text).matches()) {
      errors.add(refused(path, text, "Member must satisfy regular expression pattern: " + pattern));
    }
  }

  private void checkNumber(String path, int number, List<String> errors) {
    if (number < constraints.path("min").asInt(Integer.MIN_VALUE)) {
      errors.add(
          refused(
              path,
              String.valueOf(number),
              "Member must have value greater than or equal to "
                  + constraints.path("min").asInt()));
    }
    if (number > constraints.path("max").asInt(Integer.MAX_VALUE)) {
      errors.add(
          refused(
              path,
              String.valueOf(number),
              "Member must have value less than or equal to " + constraints.path("max").asInt()));
    }
  }

  /** The message repeats the value, as in AWS, unless the model marks the shape as sensitive. */
  private String refused(String path, String value, String constraint) {
    var echoed = constraints.path("sensitive").asBoolean() ? "" : " '" + value + "'";
    return "Value%s at '%s' failed to satisfy constraint: %s".formatted(echoed, path, constraint);
  }

  private List<String> words() {
    var words = new ArrayList<String>();
    constraints.path("enum").forEach(word -> words.add(word.asText()));
    return words;
  }

  /** Members the model does not know are ignored, as AWS ignores them. */
  private Optional<Shape> member(String name) {
    return Optional.ofNullable(members.get(name));
  }

  private void link(Map<String, Shape> shapes) {
    constraints
        .path("members")
        .properties()
        .forEach(e -> members.put(e.getKey(), named(e.getValue(), shapes)));
    var of = constraints.path(type.equals("map") ? "value" : "member");
    item = of.isTextual() ? named(of, shapes) : null;
  }

  private static Shape named(JsonNode name, Map<String, Shape> shapes) {
    var shape = shapes.get(name.asText());
    if (shape == null) {
      throw new IllegalStateException("service-model.json lacks the shape " + name.asText());
    }
    return shape;
  }

  private static String at(String path, String member) {
    var camel = Character.toLowerCase(member.charAt(0)) + member.substring(1);
    return path.isEmpty() ? camel : path + "." + camel;
  }
}

package io.github.cognitofirstlogin.drift;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** The differences of one shape in requests or responses of operations in use. */
final class ShapeMoves {
  private final String name;
  private final JsonNode from;
  private final JsonNode to;
  private final String users;
  private final List<Move> moves = new ArrayList<>();

  ShapeMoves(String name, JsonNode from, JsonNode to, Collection<String> users) {
    this.name = name;
    this.from = from;
    this.to = to;
    this.users = String.join(", ", users);
  }

  List<Move> all() {
    bounds();
    values();
    members();
    return moves;
  }

  /** A line that copies a bound or a pattern names the shape. */
  private void bounds() {
    var type = to.path("type").asText();
    if (!type.equals(from.path("type").asText())) {
      add("is now a " + type + ", and was a " + from.path("type").asText(), name);
    }
    if (!range(from).equals(range(to))) {
      add("takes %s%s, and took %s".formatted(range(to), counted(type), range(from)), name);
    }
    if (!pattern(from).equals(pattern(to))) {
      add("has %s, and had %s".formatted(pattern(to), pattern(from)), name);
    }
    if (from.path("sensitive").asBoolean() != to.path("sensitive").asBoolean()) {
      add(to.path("sensitive").asBoolean() ? "is now sensitive" : "is no longer sensitive", name);
    }
  }

  private void values() {
    var before = words(from.path("enum"));
    var now = words(to.path("enum"));
    Comparison.missing(before, now)
        .forEach(value -> add("now has the value " + value, name, value));
    Comparison.missing(now, before)
        .forEach(value -> add("no longer has the value " + value, name, value));
  }

  private void members() {
    moved(ServiceModel.names(from.path("members")), ServiceModel.names(to.path("members")), "has");
    moved(words(from.path("required")), words(to.path("required")), "requires");
    for (var member : ServiceModel.names(from.path("members"))) {
      var before = ServiceModel.shapeOf(from.path("members").path(member));
      var now = ServiceModel.shapeOf(to.path("members").path(member));
      if (!now.isEmpty() && !now.equals(before)) {
        add("has the type %s for its member %s, and had %s".formatted(now, member, before), member);
      }
    }
  }

  private void moved(Collection<String> before, Collection<String> now, String verb) {
    Comparison.missing(before, now)
        .forEach(member -> add("now %s the member %s".formatted(verb, member), member));
    Comparison.missing(now, before)
        .forEach(member -> add("no longer %s the member %s".formatted(verb, member), member));
  }

  private void add(String what, String... lookedFor) {
    var names = new ArrayList<>(List.of(lookedFor));
    names.add(Comparison.inThePinnedModel(name));
    moves.add(new Move("%s %s (in %s).".formatted(name, what, users), names));
  }

  private static String range(JsonNode shape) {
    return shape.has("min") || shape.has("max")
        ? shape.path("min").asText() + ".." + shape.path("max").asText()
        : "any number of";
  }

  private static String counted(String type) {
    return switch (type) {
      case "string" -> " characters";
      case "list", "map" -> " entries";
      default -> "";
    };
  }

  private static String pattern(JsonNode shape) {
    return shape.has("pattern") ? "the pattern " + shape.path("pattern").asText() : "no pattern";
  }

  private static Collection<String> words(JsonNode array) {
    var words = new TreeSet<String>();
    array.forEach(word -> words.add(word.asText()));
    return words;
  }
}

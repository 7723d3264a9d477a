package io.github.cognitofirstlogin.admin;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The answer of DescribeUserPool or DescribeUserPoolClient. A path consists of the service model's
 * names, with dots between them.
 */
final class Description {
  private final JsonNode node;
  private final String prefix;
  private final Consumer<String> looks;

  private Description(JsonNode node, String prefix, Consumer<String> looks) {
    this.node = node;
    this.prefix = prefix;
    this.looks = looks;
  }

  static Description of(JsonNode node) {
    return observed(node, path -> {});
  }

  /** Tells the observer each path that is read. */
  static Description observed(JsonNode node, Consumer<String> observer) {
    return new Description(node, "", observer);
  }

  /** Whether there is a value, which may be an empty object. */
  boolean has(String path) {
    return !value(path).isMissingNode();
  }

  Optional<String> text(String path) {
    return Optional.of(value(path)).filter(JsonNode::isValueNode).map(JsonNode::asText);
  }

  boolean is(String path, String expected) {
    return text(path).filter(expected::equals).isPresent();
  }

  Optional<Integer> number(String path) {
    return Optional.of(value(path)).filter(JsonNode::isNumber).map(JsonNode::asInt);
  }

  List<String> texts(String path) {
    var texts = new ArrayList<String>();
    value(path).forEach(each -> texts.add(each.asText()));
    return List.copyOf(texts);
  }

  /** The objects of a list. Only their members count as read. */
  List<Description> each(String path) {
    var all = new ArrayList<Description>();
    node.at(pointer(path))
        .forEach(each -> all.add(new Description(each, prefix + path + ".", looks)));
    return List.copyOf(all);
  }

  private JsonNode value(String path) {
    looks.accept(prefix + path);
    var value = node.at(pointer(path));
    return value.isNull() ? value.path("") : value;
  }

  private static String pointer(String path) {
    return "/" + path.replace('.', '/');
  }
}

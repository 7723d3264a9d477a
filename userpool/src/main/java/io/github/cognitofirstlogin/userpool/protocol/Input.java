package io.github.cognitofirstlogin.userpool.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A request whose shape the service model has already accepted. */
public record Input(JsonNode json) {

  public Optional<String> text(String member) {
    return Optional.ofNullable(json.get(member))
        .filter(node -> !node.isNull())
        .map(JsonNode::asText);
  }

  /** A member the service model requires. */
  public String required(String member) {
    return text(member)
        .orElseThrow(() -> new IllegalStateException("the service model requires no " + member));
  }

  public boolean flag(String member) {
    return json.path(member).asBoolean(false);
  }

  /** A list of texts. */
  public Set<String> texts(String member) {
    var texts = new LinkedHashSet<String>();
    for (var item : json.path(member)) {
      if (!item.isNull()) {
        texts.add(item.asText());
      }
    }
    return texts;
  }

  /** A map of texts, such as {@code AuthParameters}. */
  public Parameters parameters(String member) {
    var map = new LinkedHashMap<String, String>();
    for (var entry : json.path(member).properties()) {
      if (!entry.getValue().isNull()) {
        map.put(entry.getKey(), entry.getValue().asText());
      }
    }
    return new Parameters(map);
  }

  /** A list of names and values, such as {@code UserAttributes}. */
  public Map<String, String> attributes(String member) {
    var attributes = new LinkedHashMap<String, String>();
    json.path(member)
        .forEach(item -> attributes.put(item.path("Name").asText(), item.path("Value").asText("")));
    return attributes;
  }

  /** Requests hold passwords. */
  @Override
  public String toString() {
    return "Input[redacted]";
  }
}

package io.github.cognitofirstlogin.drift;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** A service model of Cognito user pools, in the format of botocore. */
record ServiceModel(JsonNode json) {

  SortedSet<String> operations() {
    return names(json.path("operations"));
  }

  boolean has(String operation) {
    return json.path("operations").has(operation);
  }

  /** Whether callers need no AWS credentials, but at most a token of the user pool. */
  boolean isOpenToClients(String operation) {
    return operation(operation).path("authtype").asText().equals("none");
  }

  /** The exceptions that the operation can answer. */
  SortedSet<String> exceptions(String operation) {
    var exceptions = new TreeSet<String>();
    operation(operation).path("errors").forEach(each -> exceptions.add(shapeOf(each)));
    return exceptions;
  }

  /** Every exception that some operation can answer. */
  SortedSet<String> exceptions() {
    var exceptions = new TreeSet<String>();
    operations().forEach(operation -> exceptions.addAll(exceptions(operation)));
    return exceptions;
  }

  JsonNode shape(String name) {
    return json.path("shapes").path(name);
  }

  /** The shapes in requests and responses of the operations, each with its operations. */
  SortedMap<String, SortedSet<String>> shapesOf(Collection<String> operations) {
    var shapes = new TreeMap<String, SortedSet<String>>();
    for (var operation : operations) {
      var waiting = new ArrayDeque<String>();
      waiting.add(shapeOf(operation(operation).path("input")));
      waiting.add(shapeOf(operation(operation).path("output")));
      while (!waiting.isEmpty()) {
        var name = waiting.remove();
        if (!name.isEmpty()
            && shapes.computeIfAbsent(name, each -> new TreeSet<>()).add(operation)) {
          waiting.addAll(heldBy(shape(name)));
        }
      }
    }
    return shapes;
  }

  static SortedSet<String> names(JsonNode object) {
    var names = new TreeSet<String>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  static String shapeOf(JsonNode reference) {
    return reference.path("shape").asText();
  }

  private static Collection<String> heldBy(JsonNode shape) {
    var held = new TreeSet<String>();
    shape.path("members").forEach(member -> held.add(shapeOf(member)));
    held.add(shapeOf(shape.path("member")));
    held.add(shapeOf(shape.path("key")));
    held.add(shapeOf(shape.path("value")));
    return held;
  }

  private JsonNode operation(String name) {
    return json.path("operations").path(name);
  }
}

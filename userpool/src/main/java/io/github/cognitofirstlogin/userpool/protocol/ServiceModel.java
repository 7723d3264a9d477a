package io.github.cognitofirstlogin.userpool.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Checks a request's shape with AWS's service model. The constraints are read from the model, and
 * not repeated in code.
 */
public final class ServiceModel {

  private final Map<String, Shape> inputs = new HashMap<>();

  public ServiceModel() {
    JsonNode model;
    try (var file = ServiceModel.class.getResourceAsStream("service-model.json")) {
      if (file == null) {
        throw new IllegalStateException("service-model.json is not in the jar");
      }
      model = Json.read(file.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var shapes = Shape.all(withDepartures(model));
    model
        .path("operations")
        .properties()
        .forEach(
            operation -> {
              var shape = shapes.get(operation.getValue().path("input").asText());
              if (shape == null) {
                throw new IllegalStateException(
                    "service-model.json lacks the input of " + operation.getKey());
              }
              inputs.put(operation.getKey(), shape);
            });
  }

  /** The shapes as Cognito has them, where it is known to depart from its own model. */
  private static JsonNode withDepartures(JsonNode model) {
    ObjectNode shapes = model.path("shapes").deepCopy();
    model
        .path("departures")
        .properties()
        .forEach(
            departure ->
                shapes.withObject(departure.getKey()).setAll((ObjectNode) departure.getValue()));
    return shapes;
  }

  /** Refuses a value of the wrong type, then one that breaks a constraint, in AWS's words. */
  public void check(String operation, JsonNode input) {
    var shape = inputs.get(operation);
    if (shape == null) {
      throw new IllegalStateException("service-model.json lacks " + operation);
    }
    shape.checkType(input);
    List<String> errors = new ArrayList<>();
    shape.check("", input, errors);
    if (!errors.isEmpty()) {
      throw CognitoException.invalidParameter(
          "%d validation error%s detected: %s"
              .formatted(errors.size(), errors.size() == 1 ? "" : "s", String.join("; ", errors)));
    }
  }
}

package io.github.cognitofirstlogin.userpool.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** A resource as the template has it, its properties not resolved. */
public record Resource(
    String logicalId, String type, Optional<String> condition, JsonNode properties) {

  @Override
  public String toString() {
    return type + " '" + logicalId + "'";
  }
}

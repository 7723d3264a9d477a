package io.github.cognitofirstlogin.userpool.protocol;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/** JSON as AWS writes and reads it. */
public final class Json {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private Json() {}

  public static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  public static ArrayNode array(Collection<String> texts) {
    var array = JsonNodeFactory.instance.arrayNode();
    texts.forEach(array::add);
    return array;
  }

  /** Seconds since 1970 with a fraction. */
  public static BigDecimal time(Instant instant) {
    return BigDecimal.valueOf(instant.toEpochMilli(), 3);
  }

  /** Attributes as a list of names and values. */
  public static ArrayNode attributes(Map<String, String> attributes) {
    var array = JsonNodeFactory.instance.arrayNode();
    attributes.forEach((name, value) -> array.addObject().put("Name", name).put("Value", value));
    return array;
  }

  /** Adds the members to the object, and merges nested objects. */
  public static void merge(ObjectNode into, JsonNode members) {
    members
        .properties()
        .forEach(
            member -> {
              if (into.get(member.getKey()) instanceof ObjectNode inner
                  && member.getValue().isObject()) {
                merge(inner, member.getValue());
              } else {
                into.set(member.getKey(), member.getValue());
              }
            });
  }

  public static JsonNode read(byte[] bytes) throws IOException {
    return MAPPER.readTree(bytes);
  }

  public static String text(JsonNode node) {
    try {
      return MAPPER.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree is always JSON", e);
    }
  }

  public static String text(Map<String, String> texts) {
    var object = object();
    texts.forEach(object::put);
    return text(object);
  }
}

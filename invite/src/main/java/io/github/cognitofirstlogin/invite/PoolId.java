package io.github.cognitofirstlogin.invite;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The id of a user pool, which begins with the pool's region. */
record PoolId(String value) {
  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9-]+_[A-Za-z0-9]+");
  private static final String OUTPUT = "UserPoolId";

  static PoolId parse(String text) {
    if (!SHAPE.matcher(text).matches()) {
      throw new Misuse(
          "A user pool's id is like us-east-1_AbCdEfGhI, got '" + OneLine.of(text) + "'");
    }
    return new PoolId(text);
  }

  /** Out of what {@code cdk deploy} and {@code bin/local} write with {@code --outputs-file}. */
  static PoolId from(Path outputsFile, Optional<String> stack) {
    var ids = new TreeMap<String, String>();
    read(outputsFile)
        .properties()
        .forEach(
            each -> {
              if (each.getValue().path(OUTPUT).isTextual()) {
                ids.put(each.getKey(), each.getValue().get(OUTPUT).asText());
              }
            });
    ids.keySet().removeIf(name -> stack.isPresent() && !stack.get().equals(name));
    if (ids.isEmpty()) {
      throw new Misuse(
          "%s has no output %s of %s"
              .formatted(
                  outputsFile, OUTPUT, stack.map(name -> "a stack " + name).orElse("any stack")));
    }
    if (ids.size() > 1) {
      throw new Misuse(
          "%s has several stacks with a user pool, choose one with --stack: %s"
              .formatted(outputsFile, String.join(", ", ids.keySet())));
    }
    return parse(ids.firstEntry().getValue());
  }

  String region() {
    return value.substring(0, value.indexOf('_'));
  }

  private static JsonNode read(Path outputsFile) {
    try {
      return new ObjectMapper().readTree(Files.readAllBytes(outputsFile));
    } catch (JsonProcessingException e) {
      throw new Misuse(outputsFile + " is not JSON");
    } catch (IOException e) {
      throw new Misuse("Cannot read " + outputsFile + " (" + e.getClass().getSimpleName() + ")");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}

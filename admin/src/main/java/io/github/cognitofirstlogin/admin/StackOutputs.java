package io.github.cognitofirstlogin.admin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeMap;

/** The file that {@code cdk deploy} and {@code bin/local} write with {@code --outputs-file}. */
record StackOutputs(Path file, JsonNode stacks) {

  static StackOutputs read(Path file) {
    try {
      return new StackOutputs(file, new ObjectMapper().readTree(Files.readAllBytes(file)));
    } catch (JsonProcessingException e) {
      throw new Misuse(file + " is not JSON");
    } catch (IOException e) {
      throw new Misuse("Cannot read " + file + " (" + e.getClass().getSimpleName() + ")");
    }
  }

  /** An output of the named stack, or of the only stack that has it. */
  String only(String output, Optional<String> stack) {
    var values = new TreeMap<String, String>();
    stacks
        .properties()
        .forEach(
            each -> {
              if (each.getValue().path(output).isTextual()) {
                values.put(each.getKey(), each.getValue().get(output).asText());
              }
            });
    values.keySet().removeIf(name -> stack.isPresent() && !stack.get().equals(name));
    if (values.isEmpty()) {
      throw new Misuse(
          "%s has no output %s of %s"
              .formatted(file, output, stack.map(name -> "a stack " + name).orElse("any stack")));
    }
    if (values.size() > 1) {
      throw new Misuse(
          "%s has several stacks with a user pool, choose one with --stack: %s"
              .formatted(file, String.join(", ", values.keySet())));
    }
    return values.firstEntry().getValue();
  }
}

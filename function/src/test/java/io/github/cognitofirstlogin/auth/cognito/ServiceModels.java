package io.github.cognitofirstlogin.auth.cognito;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cognitofirstlogin.auth.project.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The operations in the SDK's model and in the user pool's service model, which {@code
 * .ci/aws-model} keeps newer than the SDK.
 */
final class ServiceModels {
  private static final Path USER_POOL = Project.file("userpool/src/main/resources");
  private static final JsonNode PINNED = pinned();

  private ServiceModels() {}

  /** The exceptions that either model declares for an operation. */
  static SortedSet<String> exceptions(Operation operation) {
    // The SDK writes Mfa in the name of a class where Cognito writes MFA.
    SortedSet<String> exceptions = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    exceptions.addAll(SdkModel.exceptions(operation));
    exceptions.addAll(pinnedExceptions(operation));
    return new TreeSet<>(List.copyOf(exceptions));
  }

  static SortedSet<String> pinnedExceptions(Operation operation) {
    SortedSet<String> exceptions = new TreeSet<>();
    PINNED
        .path("operations")
        .path(nameOf(operation))
        .path("errors")
        .forEach(exception -> exceptions.add(exception.asText()));
    return exceptions;
  }

  /** The bounds and the pattern of a shape. */
  static JsonNode shape(String name) {
    return PINNED.path("shapes").path(name);
  }

  /** Cognito's name: InitiateAuth. */
  private static String nameOf(Operation operation) {
    return Arrays.stream(operation.name().split("_"))
        .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
        .collect(Collectors.joining());
  }

  private static JsonNode pinned() {
    try (var files = Files.walk(USER_POOL)) {
      var model = files.filter(file -> file.endsWith("service-model.json")).findFirst();
      return new ObjectMapper().readTree(model.orElseThrow().toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

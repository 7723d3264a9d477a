package io.github.cognitofirstlogin.infra.config;

import java.nio.file.Files;
import java.nio.file.Path;

/** The function's jar with all dependencies, which the build makes. */
public record FunctionJar(Path path) {
  public static FunctionJar at(Path path) {
    if (!Files.isRegularFile(path)) {
      throw new SynthesisRefused(
          "%s is not built yet: run ./mvnw -DskipTests package first".formatted(path));
    }
    return new FunctionJar(path);
  }
}

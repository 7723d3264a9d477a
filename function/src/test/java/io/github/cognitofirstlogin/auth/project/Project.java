package io.github.cognitofirstlogin.auth.project;

import java.nio.file.Files;
import java.nio.file.Path;

/** The project's folder. Maven runs the tests in it, and PIT runs them in the module's folder. */
public final class Project {
  private Project() {}

  /** A file by its path from the project's folder. */
  public static Path file(String path) {
    var folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("mvnw"))) {
      folder = folder.getParent();
    }
    return folder.resolve(path);
  }
}

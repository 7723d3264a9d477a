package io.github.cognitofirstlogin.auth;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The class path of the tests. */
final class ClassPath {
  private ClassPath() {}

  /** The jars that come from a repository, as {@code .../artifact/version/artifact-version.jar}. */
  static List<Path> jars() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> entry.endsWith(".jar"))
        .map(Path::of)
        .filter(jar -> Files.exists(pom(jar)))
        .toList();
  }

  private static Path pom(Path jar) {
    return Path.of(jar.toString().replaceFirst("\\.jar$", ".pom"));
  }
}

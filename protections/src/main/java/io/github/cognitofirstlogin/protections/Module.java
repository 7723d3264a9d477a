package io.github.cognitofirstlogin.protections;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A module of this project, by its directory. */
record Module(String directory) {
  /** {@link Build} writes this file. */
  static final String CLASS_PATH = "target/test-class-path.txt";

  /** The class path of the module's tests. */
  String classPath(Path root) throws IOException {
    Path module = root.resolve(directory);
    return String.join(
        File.pathSeparator,
        List.of(
            module.resolve("target/test-classes").toString(),
            module.resolve("target/classes").toString(),
            Files.readString(module.resolve(CLASS_PATH))));
  }

  /** Finds a source by the end of its path, or another file by its path in the module. */
  Path file(Path root, String source) throws IOException {
    Path module = root.resolve(directory);
    return source.endsWith(".java")
        ? only(module.resolve("src/main/java"), source)
        : module.resolve(source);
  }

  /** The fully qualified name of a test class. */
  String testClass(Path root, String type) throws IOException {
    Path tests = root.resolve(directory).resolve("src/test/java");
    return tests
        .relativize(only(tests, type + ".java"))
        .toString()
        .replace(".java", "")
        .replace(File.separatorChar, '.');
  }

  /** Whether the test class has a method of that name. */
  boolean has(Path root, TestName test) throws IOException {
    Path tests = root.resolve(directory).resolve("src/test/java");
    return Files.readString(only(tests, test.type() + ".java"))
        .contains(" void " + test.method() + "(");
  }

  private static Path only(Path directory, String end) throws IOException {
    try (var files = Files.walk(directory)) {
      List<Path> found = files.filter(file -> file.endsWith(Path.of(end))).toList();
      if (found.size() != 1) {
        throw new IllegalStateException(
            "%d files end with %s in %s".formatted(found.size(), end, directory));
      }
      return found.get(0);
    }
  }
}

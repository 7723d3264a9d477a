package io.github.cognitofirstlogin.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** Directories as a whole. */
final class Directories {

  private Directories() {}

  static void delete(Path directory) throws IOException {
    List<Path> deepestFirst;
    try (var tree = Files.walk(directory)) {
      deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
    }
    for (var path : deepestFirst) {
      Files.deleteIfExists(path);
    }
  }
}

package io.github.cognitofirstlogin.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** The documents of this repository. */
public final class Documents {
  private static final Set<String> NOT_OURS = Set.of("node_modules", "target", "cdk.out", ".git");

  private Documents() {}

  public static List<Path> all() throws IOException {
    try (var files = Files.walk(Path.of(""))) {
      return files
          .filter(file -> file.toString().endsWith(".md"))
          .filter(file -> !isForeign(file))
          .toList();
    }
  }

  private static boolean isForeign(Path file) {
    for (var part : file) {
      if (NOT_OURS.contains(part.toString())) {
        return true;
      }
    }
    return false;
  }
}

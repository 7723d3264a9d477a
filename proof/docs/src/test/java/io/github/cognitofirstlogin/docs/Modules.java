package io.github.cognitofirstlogin.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The modules of the build, as the root POM lists them. */
final class Modules {
  private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");

  private Modules() {}

  static List<Path> all() throws IOException {
    return MODULE
        .matcher(Files.readString(Path.of("pom.xml")))
        .results()
        .map(module -> Path.of(module.group(1)))
        .toList();
  }
}

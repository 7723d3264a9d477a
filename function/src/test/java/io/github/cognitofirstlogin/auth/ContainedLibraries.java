package io.github.cognitofirstlogin.auth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The libraries that a published jar contains in packages of its own. */
final class ContainedLibraries {
  static final List<Contained> ALL =
      read(Path.of("function/src/main/sbom/contained-libraries.yaml"));

  private ContainedLibraries() {}

  /**
   * A library, the library whose jar contains it, and the folder of its classes in that jar.
   *
   * @param coordinates group, name and version
   * @param carrier group and name
   */
  record Contained(String coordinates, String carrier, String folder) {
    String purlName() {
      var parts = coordinates.split(":");
      return "%s/%s@%s".formatted((Object[]) parts);
    }
  }

  static Set<String> coordinates() {
    return ALL.stream().map(Contained::coordinates).collect(Collectors.toSet());
  }

  /** The coordinates in every pom.properties of a jar. */
  static Set<String> described(Path jar) throws IOException {
    var described = new TreeSet<String>();
    try (var file = new JarFile(jar.toFile())) {
      for (var entry :
          file.stream().filter(each -> each.getName().endsWith("/pom.properties")).toList()) {
        var properties = new Properties();
        properties.load(file.getInputStream(entry));
        described.add(
            "%s:%s:%s"
                .formatted(
                    properties.getProperty("groupId"),
                    properties.getProperty("artifactId"),
                    properties.getProperty("version")));
      }
    }
    return described;
  }

  private static List<Contained> read(Path list) {
    try {
      var all = new ObjectMapper(new YAMLFactory()).readTree(list.toFile());
      return StreamSupport.stream(all.spliterator(), false).map(ContainedLibraries::of).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Contained of(JsonNode each) {
    return new Contained(
        each.required("library").asText(),
        each.required("in").asText(),
        each.required("folder").asText());
  }
}

package io.github.cognitofirstlogin.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitofirstlogin.auth.ContainedLibraries.Contained;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.thirdparty.jackson.core.json.PackageVersion;

/** The list of contained libraries, compared with the jars. */
class ContainedLibrariesIT {
  private static final Path JAR = Path.of("function/target/function.jar");

  /** How builds name the packages into which they move another library. */
  private static final Pattern MOVED =
      Pattern.compile(
          "(shaded?|shadow|third_?party|repackaged?|repack|relocated?|vendor(ed)?|embedded|bundled)");

  @Test
  void everyPackageOfAnotherLibraryIsInTheList() throws IOException {
    assertThat(classes(JAR))
        .filteredOn(ContainedLibrariesIT::isMoved)
        .isNotEmpty()
        .allMatch(
            name ->
                ContainedLibraries.ALL.stream().anyMatch(each -> name.startsWith(each.folder())));
  }

  @Test
  void everyListedFolderHasClassesInTheJarOfItsLibrary() throws IOException {
    assertThat(ContainedLibraries.ALL).isNotEmpty();
    for (var contained : ContainedLibraries.ALL) {
      assertThat(classes(jar(contained)))
          .as(contained.coordinates())
          .anyMatch(name -> name.startsWith(contained.folder()));
    }
  }

  /** The SDK's jar has no pom.properties of Jackson, but a class of Jackson has its version. */
  @Test
  void jacksonInsideTheSdkHasTheListedVersion() {
    assertThat(ContainedLibraries.coordinates())
        .contains("com.fasterxml.jackson.core:jackson-core:" + PackageVersion.VERSION);
  }

  private static boolean isMoved(String name) {
    return List.of(name.split("/")).stream().anyMatch(part -> MOVED.matcher(part).matches());
  }

  /** The published jar: a contained library may contain another one. */
  private static Path jar(Contained contained) {
    for (var outer : ContainedLibraries.ALL) {
      if (outer.coordinates().startsWith(contained.carrier() + ":")) {
        assertThat(contained.folder()).startsWith(outer.folder());
        return jar(outer);
      }
    }
    var artifact = contained.carrier().split(":")[1];
    return ClassPath.jars().stream()
        .filter(each -> each.getParent().getParent().getFileName().toString().equals(artifact))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> classes(Path jar) throws IOException {
    try (var file = new JarFile(jar.toFile())) {
      return file.stream().map(ZipEntry::getName).filter(name -> name.endsWith(".class")).toList();
    }
  }
}

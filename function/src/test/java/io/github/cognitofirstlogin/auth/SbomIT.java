package io.github.cognitofirstlogin.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The bill of materials of the jar that is deployed. */
class SbomIT {
  private static final Path BESIDE = Path.of("function/target/function.cdx.json");
  private static final Path JAR = Path.of("function/target/function.jar");

  private static JsonNode sbom;

  @BeforeAll
  static void read() throws IOException {
    sbom = new ObjectMapper().readTree(BESIDE.toFile());
  }

  @Test
  void theSameBillIsBesideTheJarAndInIt() throws IOException {
    try (var jar = new JarFile(JAR.toFile())) {
      var inside = jar.getInputStream(jar.getEntry("META-INF/sbom/function.cdx.json"));
      assertThat(inside.readAllBytes()).isEqualTo(Files.readAllBytes(BESIDE));
    }
    assertThat(sbom.get("bomFormat").asText()).isEqualTo("CycloneDX");
  }

  @Test
  void everyArtifactWhoseClassesAreInTheJarIsListedAndNoOther() throws IOException {
    var unknown = classesOf(JAR);
    unknown.removeIf(name -> name.startsWith("io/github/cognitofirstlogin/auth/"));
    var shaded = new TreeSet<String>();
    for (var artifact : ClassPath.jars()) {
      var classes = classesOf(artifact);
      if (!classes.isEmpty() && unknown.containsAll(classes)) {
        shaded.add(coordinates(artifact));
        unknown.removeAll(classes);
      }
    }

    assertThat(shaded).hasSizeGreaterThan(20);
    shaded.addAll(ContainedLibraries.coordinates());
    assertThat(listed()).isEqualTo(shaded);
    assertThat(unknown).isEmpty();
  }

  @Test
  void everyPartHasAVersionAndALicense() {
    assertThat(components())
        .allSatisfy(
            part -> {
              assertThat(part.path("version").asText()).isNotBlank();
              assertThat(part.path("purl").asText()).startsWith("pkg:maven/");
              var license = part.at("/licenses/0/license");
              assertThat(license.path("id").asText() + license.path("name").asText())
                  .as(part.path("name").asText())
                  .isNotBlank();
            });
  }

  /** These two would make each build another jar. */
  @Test
  void billHasNoTimeAndNoRandomNumber() {
    assertThat(sbom.has("serialNumber")).isFalse();
    assertThat(sbom.at("/metadata/timestamp").isMissingNode()).isTrue();
  }

  /** Some scanners read these files and not a bill inside a jar. */
  @Test
  void everyPartThatDescribesItselfInTheJarIsListed() throws IOException {
    var described = ContainedLibraries.described(JAR);

    assertThat(described).hasSizeGreaterThan(25);
    assertThat(listed()).containsAll(described);
  }

  @Test
  void containedLibraryIsADependencyOfTheLibraryWhoseJarContainsIt() {
    assertThat(ContainedLibraries.ALL)
        .isNotEmpty()
        .allSatisfy(
            contained ->
                assertThat(dependenciesOf(contained.carrier()))
                    .contains("pkg:maven/%s?type=jar".formatted(contained.purlName())));
  }

  private static List<String> dependenciesOf(String library) {
    var start = "pkg:maven/%s@".formatted(library.replace(':', '/'));
    return StreamSupport.stream(sbom.get("dependencies").spliterator(), false)
        .filter(each -> each.path("ref").asText().startsWith(start))
        .flatMap(each -> StreamSupport.stream(each.path("dependsOn").spliterator(), false))
        .map(JsonNode::asText)
        .toList();
  }

  private static List<JsonNode> components() {
    return StreamSupport.stream(sbom.get("components").spliterator(), false).toList();
  }

  private static Set<String> listed() {
    var listed = new TreeSet<String>();
    for (var part : components()) {
      listed.add(
          "%s:%s:%s"
              .formatted(
                  part.path("group").asText(),
                  part.path("name").asText(),
                  part.path("version").asText()));
    }
    return listed;
  }

  /** By the layout of a repository: {@code .../group/artifact/version/artifact-version.jar}. */
  private static String coordinates(Path jar) {
    var version = jar.getParent();
    var artifact = version.getParent();
    var groups = artifact.getParent().toString().replace(File.separatorChar, '/');
    var group =
        components().stream()
            .map(part -> part.path("group").asText())
            .filter(each -> groups.endsWith("/" + each.replace('.', '/')))
            .findFirst()
            .orElse(groups);
    return "%s:%s:%s".formatted(group, artifact.getFileName(), version.getFileName());
  }

  /** Without the libraries that the jar leaves out. */
  private static Set<String> classesOf(Path jar) throws IOException {
    var classes = new HashSet<String>();
    try (var file = new JarFile(jar.toFile())) {
      file.stream()
          .map(ZipEntry::getName)
          .filter(name -> name.endsWith(".class"))
          .filter(name -> !name.startsWith("META-INF/") && !name.endsWith("module-info.class"))
          .forEach(classes::add);
    }
    return classes;
  }
}

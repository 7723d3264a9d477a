package io.github.cognitofirstlogin.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * The build installs the packages that its tests need, and installs nothing if the tests are
 * skipped.
 */
class MavenBuildTest {
  private static final Pattern IMPORTED = Pattern.compile("(?m)^import .* from '([^.'][^']*)';$");
  private static final String INSTALL = "bin/build.mjs node_modules";

  private static final Map<Path, Document> POMS = new TreeMap<>();
  private static final Set<String> PACKAGES = new TreeSet<>();

  @BeforeAll
  static void read() throws Exception {
    for (var directory : Modules.all()) {
      POMS.put(directory, parsed(directory.resolve("pom.xml")));
    }
    new ObjectMapper()
        .readTree(Path.of("package.json").toFile())
        .get("devDependencies")
        .fieldNames()
        .forEachRemaining(PACKAGES::add);
    assertThat(POMS).hasSizeGreaterThan(5);
  }

  @Test
  void modulesWhoseTestsNeedNpmPackagesInstallThemBeforeEitherKindOfTest() throws Exception {
    var modules = POMS.keySet().stream().filter(MavenBuildTest::testsNeedNpmPackages).toList();

    assertThat(modules).contains(Path.of("local"));
    for (var module : modules) {
      assertThat(installations(module).stream().map(each -> text(each, "phase")))
          .as(module.toString())
          .containsExactlyInAnyOrder("process-test-resources", "pre-integration-test");
    }
  }

  @Test
  void skippedTestsInstallNothing() {
    for (var module : POMS.keySet()) {
      for (var installation : installations(module)) {
        assertThat(text(installation, "skip"))
            .isEqualTo(
                text(installation, "phase").equals("process-test-resources")
                    ? "${skipTests}"
                    : "${skipITs}");
      }
    }
  }

  /** Failsafe reads only skipITs. */
  @Test
  void skipTestsSkipsTheIntegrationTestsToo() throws Exception {
    var properties = elements(parsed(Path.of("pom.xml")), "properties").get(0);

    assertThat(text(properties, "skipITs")).isEqualTo("${skipTests}");
    assertThat(text(properties, "skipTests")).isEqualTo("${maven.test.skip}");
    assertThat(text(properties, "maven.test.skip")).isEqualTo("false");
    assertThat(POMS.values().stream().flatMap(pom -> elements(pom, "skipITs").stream())).isEmpty();
    assertThat(POMS.values().stream().flatMap(pom -> elements(pom, "skipTests").stream()))
        .isEmpty();
  }

  /** One of its scripts imports a package of package.json. */
  private static boolean testsNeedNpmPackages(Path module) {
    try (var files = Files.walk(module.resolve("src"))) {
      for (var file : files.filter(each -> each.toString().endsWith(".mjs")).toList()) {
        var imports = IMPORTED.matcher(Files.readString(file)).results();
        if (imports.anyMatch(each -> isInstalledPackage(each.group(1)))) {
          return true;
        }
      }
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isInstalledPackage(String imported) {
    return PACKAGES.stream()
        .anyMatch(name -> imported.equals(name) || imported.startsWith(name + "/"));
  }

  private static List<Element> installations(Path module) {
    return elements(POMS.get(module), "execution").stream()
        .filter(execution -> execution.getTextContent().contains(INSTALL))
        .toList();
  }

  private static String text(Element parent, String name) {
    return elements(parent, name).stream()
        .map(Node::getTextContent)
        .findFirst()
        .orElse("no " + name);
  }

  private static List<Element> elements(Document document, String name) {
    return elements(document.getDocumentElement(), name);
  }

  private static List<Element> elements(Element parent, String name) {
    var found = parent.getElementsByTagName(name);
    return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i)).toList();
  }

  private static Document parsed(Path pom) throws Exception {
    return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(pom.toFile());
  }
}

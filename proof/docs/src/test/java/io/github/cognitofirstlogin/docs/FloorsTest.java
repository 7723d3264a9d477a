package io.github.cognitofirstlogin.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The three floors of CONTRIBUTING.md: the product, the stand-in for AWS, and the proof. The rules
 * hold for main code, so a dependency of tests is not looked at.
 */
class FloorsTest {
  private static final String OURS = "cognito-first-login-";
  private static final Pattern DEPENDENCY =
      Pattern.compile("<dependency>(.*?)</dependency>", Pattern.DOTALL);
  private static final Pattern ARTIFACT =
      Pattern.compile("<artifactId>" + OURS + "([\\w-]+)</artifactId>");
  private static final Pattern PACKAGE =
      Pattern.compile(
          "(?m)^(?:package|import(?: static)?) io\\.github\\.cognitofirstlogin\\.(\\w+)");

  private static final Set<String> PRODUCT = Set.of("function", "infra", "admin");
  private static final Set<String> STAND_IN = Set.of("userpool", "local");

  /** The packages of the product; those of the other floors have the names of their modules. */
  private static final Set<String> PRODUCTS_PACKAGES = Set.of("auth", "infra", "admin");

  private static final int MOST_FILES_OF_A_PACKAGE = 40;

  @Test
  void mainCodeOfTheProductDependsOnTheProductOnly() throws IOException {
    for (var module : PRODUCT) {
      assertThat(dependencies(Path.of(module), Set.of("compile", "runtime", "provided")))
          .as(module)
          .isSubsetOf(PRODUCT);
      assertThat(packagesThatMainCodeNames(Path.of(module)))
          .as(module)
          .isSubsetOf(PRODUCTS_PACKAGES);
    }
  }

  @Test
  void userPoolDependsOnNoOtherModule() throws IOException {
    var module = Path.of("userpool");

    assertThat(dependencies(module, Set.of("compile", "runtime", "provided"))).isEmpty();
    assertThat(packagesThatMainCodeNames(module)).containsExactly("userpool");
  }

  /** The module infra is provided to build its template and jars, and not on the class path. */
  @Test
  void localDependsOnTheUserPoolAndNamesNoCodeOfTheProduct() throws IOException {
    var module = Path.of("local");

    assertThat(dependencies(module, Set.of("compile", "runtime"))).containsExactly("userpool");
    assertThat(packagesThatMainCodeNames(module)).isSubsetOf(STAND_IN);
  }

  @Test
  void everyModuleIsOnOneOfTheFloors() throws IOException {
    assertThat(Modules.all().stream().map(Path::toString))
        .contains("function", "userpool", "proof/docs")
        .allMatch(
            module ->
                PRODUCT.contains(module)
                    || STAND_IN.contains(module)
                    || module.startsWith("proof"));
  }

  @Test
  void noPackageHasMoreThan40Files() throws IOException {
    var tooLarge =
        sources(Path.of("")).stream()
            .collect(
                Collectors.groupingBy(
                    file -> file.resolve("..").normalize(), TreeMap::new, Collectors.counting()));

    assertThat(tooLarge).hasSizeGreaterThan(20);
    assertThat(tooLarge.values()).allMatch(files -> files <= MOST_FILES_OF_A_PACKAGE);
  }

  private static Set<String> dependencies(Path module, Set<String> scopes) throws IOException {
    var names = new TreeSet<String>();
    for (var dependency :
        DEPENDENCY.matcher(Files.readString(module.resolve("pom.xml"))).results().toList()) {
      var artifact = ARTIFACT.matcher(dependency.group(1));
      if (artifact.find() && scopes.contains(scope(dependency.group(1)))) {
        names.add(artifact.group(1));
      }
    }
    return names;
  }

  private static String scope(String dependency) {
    var scope = Pattern.compile("<scope>(\\w+)</scope>").matcher(dependency);
    return scope.find() ? scope.group(1) : "compile";
  }

  private static Set<String> packagesThatMainCodeNames(Path module) throws IOException {
    var names = new TreeSet<String>();
    for (var file : sources(module.resolve("src").resolve("main"))) {
      PACKAGE.matcher(Files.readString(file)).results().forEach(name -> names.add(name.group(1)));
    }
    return names;
  }

  private static List<Path> sources(Path directory) throws IOException {
    try (var files = Files.walk(directory)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.toString().contains("node_modules"))
          .toList();
    }
  }
}

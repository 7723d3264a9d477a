package io.github.cognitofirstlogin.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/generated/hostile-cases.md} names for each case the tests that check it. With {@code
 * -Dcatalogue.update=true} this test writes the document.
 */
class CatalogueTest {
  private static final Path DOCUMENT = Path.of("docs", "generated", "hostile-cases.md");
  private static final Pattern ANNOTATION = Pattern.compile("@Hostile\\(");
  private static final Pattern TEST =
      Pattern.compile(
          "@Hostile\\(([^)]*)\\)\\s+(?:@SuppressWarnings\\S+\\s+)?(?:void|Stream<\\w+>) \\w+\\(");
  private static final Pattern ID = Pattern.compile("\"([^\"]*)\"");

  private final Catalogue catalogue = Catalogue.read();

  @Test
  void documentIsCurrent() throws IOException {
    var document = catalogue.document(held());
    if (Boolean.getBoolean("catalogue.update")) {
      Files.writeString(DOCUMENT, document);
    }

    assertThat(Files.readString(DOCUMENT))
        .as("run this test with -Dcatalogue.update=true to write the document")
        .isEqualTo(document);
  }

  @Test
  void everyCaseHasATestOrAReasonWhyItHasNone() throws IOException {
    var held = held();
    var ids = catalogue.cases().stream().map(Catalogue.Case::id).toList();
    assertThat(ids).hasSizeGreaterThan(100).doesNotHaveDuplicates().containsAll(held.keySet());

    assertThat(
            catalogue.cases().stream()
                .filter(each -> each.reason().isEmpty() != held.containsKey(each.id())))
        .as("cases with neither a test nor a reason, or with both")
        .isEmpty();
  }

  /** The classes whose tests name an id, of every module. */
  private static Map<String, Set<String>> held() throws IOException {
    var held = new TreeMap<String, Set<String>>();
    for (var module : Modules.all()) {
      try (Stream<Path> files = Files.walk(module.resolve("src").resolve("test").resolve("java"))) {
        files
            .filter(
                file -> file.toString().endsWith("T.java") || file.toString().endsWith("Test.java"))
            .filter(file -> !file.endsWith("CatalogueTest.java"))
            .forEach(file -> read(file, held));
      }
    }
    return held;
  }

  private static void read(Path file, Map<String, Set<String>> held) {
    try {
      var source = Files.readString(file);
      var name = file.getFileName().toString().replace(".java", "");
      var tests = TEST.matcher(source).results().toList();
      assertThat(tests)
          .as("annotations right before a test in " + name)
          .hasSize((int) ANNOTATION.matcher(source).results().count());
      for (var test : tests) {
        ID.matcher(test.group(1))
            .results()
            .forEach(id -> held.computeIfAbsent(id.group(1), any -> new TreeSet<>()).add(name));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

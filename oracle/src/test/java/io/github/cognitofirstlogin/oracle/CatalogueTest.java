package io.github.cognitofirstlogin.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/hostile-cases.md} says of each case which tests hold it, or why none does. */
class CatalogueTest {
  private static final Pattern ROW = Pattern.compile("\\| ([A-Z]\\S*) \\|.*\\| (.*) \\|");
  private static final Pattern CLASS = Pattern.compile("`(\\w+(?:Test|IT))`");
  private static final Pattern ANNOTATION = Pattern.compile("@Hostile\\(");
  private static final Pattern TEST =
      Pattern.compile(
          "@Hostile\\(([^)]*)\\)\\s+(?:@SuppressWarnings\\S+\\s+)?(?:void|Stream<\\w+>) \\w+\\(");
  private static final Pattern ID = Pattern.compile("\"([^\"]*)\"");

  @Test
  void everyCaseNamesExactlyTheTestsThatHoldItOrAReason() throws IOException {
    var rows = rows();
    var held = held();
    assertThat(rows).hasSizeGreaterThan(100);
    assertThat(rows.keySet()).as("ids in the tests").containsAll(held.keySet());

    var wrong = new TreeMap<String, String>();
    rows.forEach(
        (id, cell) -> {
          var tests = held.getOrDefault(id, Set.of());
          if (cell.isBlank() || !classes(cell).equals(tests)) {
            wrong.put(
                id, tests.stream().map(test -> "`" + test + "`").collect(Collectors.joining(", ")));
          }
        });
    assertThat(wrong).as("what should stand in the last column").isEmpty();
  }

  /** The last column by the id. */
  private static Map<String, String> rows() throws IOException {
    var rows = new LinkedHashMap<String, String>();
    for (var line : Files.readAllLines(Path.of("docs/hostile-cases.md"))) {
      var row = ROW.matcher(line);
      if (row.matches()) {
        assertThat(rows.put(row.group(1), row.group(2))).as(row.group(1) + " twice").isNull();
      }
    }
    return rows;
  }

  private static Set<String> classes(String cell) {
    return CLASS
        .matcher(cell)
        .results()
        .map(result -> result.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The classes whose tests name an id, of every module. */
  private static Map<String, Set<String>> held() throws IOException {
    var held = new TreeMap<String, Set<String>>();
    for (var module :
        new String[] {"oracle", "function", "infra", "local", "admin", "fuzz", "protections"}) {
      try (Stream<Path> files = Files.walk(Path.of(module, "src", "test", "java"))) {
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

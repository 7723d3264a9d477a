package io.github.cognitofirstlogin.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentedTestsTest {
  private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|IT|Rows))(?:\\.(\\w+))?`");

  @ParameterizedTest
  @ValueSource(strings = {"docs/reliability.md", "docs/security.md"})
  void testsThatADocumentNamesExist(String document) throws IOException {
    var named = TEST.matcher(Files.readString(Path.of(document))).results().toList();

    assertThat(named).hasSizeGreaterThan(5);
    assertThat(named.stream().filter(test -> !exists(test)).map(MatchResult::group)).isEmpty();
  }

  private static boolean exists(MatchResult test) {
    var method = test.group(2);
    return sources(test.group(1) + ".java").stream()
        .anyMatch(source -> method == null || source.contains(" void " + method + "("));
  }

  private static List<String> sources(String name) {
    return modules().stream()
        .flatMap(module -> files(module.resolve("src").resolve("test").resolve("java")).stream())
        .filter(file -> String.valueOf(file.getFileName()).equals(name))
        .map(DocumentedTestsTest::text)
        .toList();
  }

  private static List<Path> modules() {
    try {
      return Modules.all();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> files(Path directory) {
    try (var files = Files.walk(directory)) {
      return files.filter(Files::isRegularFile).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

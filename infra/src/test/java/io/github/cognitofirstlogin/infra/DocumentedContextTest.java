package io.github.cognitofirstlogin.infra;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitofirstlogin.infra.config.AuthConfig;
import io.github.cognitofirstlogin.infra.config.ContextKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The context in README.md and docs/ is right when it is pasted. */
class DocumentedContextTest {
  private static final Pattern CODE = Pattern.compile("`([^`]*)`");
  private static final Pattern SETTING = Pattern.compile("-c (\\w+)=([^\\s`]+)");

  @Test
  void tableOfTheReadmeHasEveryKeyOnce() {
    assertThat(examples().keySet())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(ContextKey.values()).map(ContextKey::key).toList());
  }

  @ParameterizedTest
  @EnumSource
  void exampleOfTheReadmeIsSynthesized(ContextKey key) {
    var example = examples().get(key.key());
    var pasted = Pasted.after(Map.of(key.key(), example)).context();

    assertThat(pasted).containsEntry(key.key(), example);
    // The other keys that it needs are in the same table.
    pasted.replaceAll((name, value) -> examples().get(name));
    assertThat(Synthesized.with(pasted).template().get("Resources")).isNotEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void exampleOfARefusalIsSynthesized(ContextKey key) {
    var example =
        String.valueOf(key.must("be right", "wrong").getMessage())
            .replaceAll(".*\\(example: (.*)\\)", "$1");

    assertThat(Pasted.after(Map.of(key.key(), example)).context())
        .containsEntry(key.key(), example);
  }

  @ParameterizedTest
  @MethodSource
  void commandOfTheDocumentsIsRight(String document, String command, Map<String, String> context) {
    assertThat(AuthConfig.from(context).unknownKeys()).isEmpty();
  }

  static Stream<Arguments> commandOfTheDocumentsIsRight() throws IOException {
    try (var documents = Files.list(Path.of("docs"))) {
      return Stream.concat(Stream.of(Path.of("README.md")), documents)
          .filter(document -> document.toString().endsWith(".md"))
          .sorted()
          .flatMap(DocumentedContextTest::commands)
          .toList()
          .stream();
    }
  }

  private static Stream<Arguments> commands(Path document) {
    var commands = new ArrayList<Arguments>();
    var text = read(document).replace("\\\n", " ");
    var inText = CODE.matcher(text.replaceAll("(?s)```.*?```", ""));
    var candidates = new ArrayList<>(text.lines().filter(line -> line.startsWith("npx ")).toList());
    while (inText.find()) {
      candidates.add(inText.group(1).replace('\n', ' '));
    }
    for (var command : candidates) {
      var context = new LinkedHashMap<String, String>();
      SETTING
          .matcher(command)
          .results()
          // A value <...> is a placeholder, and key=value stands for any setting.
          .filter(each -> !each.group(2).startsWith("<") && !each.group(1).equals("key"))
          .forEach(each -> context.put(each.group(1), each.group(2)));
      if (!context.isEmpty()) {
        commands.add(Arguments.of(document.toString(), command, context));
      }
    }
    return commands.stream();
  }

  /** The examples in the last column of the README's table, by key. */
  private static Map<String, String> examples() {
    var examples = new LinkedHashMap<String, String>();
    var table = read(Path.of("README.md")).split("\\| key \\| meaning \\|")[1].split("\n\n")[0];
    table
        .lines()
        .filter(line -> line.startsWith("| `"))
        .forEach(
            line -> {
              var cells = line.split(" \\| ");
              var keys = codes(cells[0]);
              var shown = codes(cells[cells.length - 1]);
              assertThat(shown).as(line).hasSameSizeAs(keys);
              for (var i = 0; i < keys.size(); i++) {
                examples.put(keys.get(i), shown.get(i));
              }
            });
    return examples;
  }

  private static List<String> codes(String cell) {
    return CODE.matcher(cell).results().map(code -> code.group(1)).toList();
  }

  private static String read(Path document) {
    try {
      return Files.readString(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package io.github.cognitofirstlogin.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** CI starts as a newcomer does: with a clone and the two commands of the README. */
class FreshCloneTest {
  private static final Pattern SECTION = Pattern.compile("(?ms)^## Two commands\\n(.*?)^## ");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([^`]+)` \\|");

  /** Commands that install, build, download or synthesize. */
  private static final Pattern PREPARATION =
      Pattern.compile(
          "^(?:.*[;&|] *|\\()?(?:npm|npx|node|start|start_local|\\S*mvnw|bin/\\S+)(?:\\s|$)");

  @Test
  void ciRunsTheCommandsOfTheReadmeInAFreshCloneBeforeItPreparesAnything() throws IOException {
    var afterClone = new ArrayList<>(commandsOfCi());
    while (!afterClone.get(0).startsWith("git clone ")) {
      assertThat(PREPARATION.matcher(afterClone.remove(0)).results().map(MatchResult::group))
          .isEmpty();
    }
    var clone = afterClone.get(0).replaceFirst(".* ", "");

    assertThat(afterClone).contains("cd " + clone);
    assertThat(clone).contains("$work/").doesNotContain("$checkout");
    assertThat(afterClone.subList(afterClone.indexOf("cd " + clone), afterClone.size()))
        .filteredOn(line -> PREPARATION.matcher(line).find())
        .startsWith("start \"$work/printed\" bin/local")
        .element(1)
        .isEqualTo("./mvnw verify");
    assertThat(commandsOfReadme()).containsExactly("bin/local", "./mvnw verify");
  }

  /** Here a missing browser fails the page's tests; elsewhere they are skipped. */
  @Test
  void ciCompletesAFirstLoginAndMissesABrowser() throws IOException {
    var commands = commandsOfCi();

    assertThat(commands.indexOf(".ci/first-login.sh \"$work/printed\""))
        .isBetween(
            commands.indexOf("start \"$work/printed\" bin/local"),
            commands.indexOf("./mvnw verify"));
    assertThat(commands.indexOf("export CI=true")).isBetween(0, commands.indexOf("./mvnw verify"));
  }

  @Test
  void theTestsRunOnceOnThisJdk() throws IOException {
    assertThat(commandsOfCi())
        .filteredOn(line -> line.contains("mvnw"))
        .filteredOn(line -> line.matches(".* (test|package|verify|install|deploy)( .*)?"))
        .filteredOn(line -> !line.contains("-DskipTests") && !line.contains("-Djvm="))
        .containsExactly("./mvnw verify");
  }

  /** Lines outside functions, with continued lines joined, without comments and headings. */
  private static List<String> commandsOfCi() throws IOException {
    return Files.readString(Path.of(".ci", "run"))
        .replaceAll("(?ms)^\\w+\\(\\) \\{$.*?^}$", "")
        .replaceAll("\\\\\\n\\s*", "")
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#") && !line.startsWith("step "))
        .toList();
  }

  private static List<String> commandsOfReadme() throws IOException {
    var section = SECTION.matcher(Files.readString(Path.of("README.md")));
    assertThat(section.find()).isTrue();
    return ROW.matcher(section.group(1)).results().map(row -> row.group(1)).toList();
  }
}

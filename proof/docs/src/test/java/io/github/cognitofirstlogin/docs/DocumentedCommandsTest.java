package io.github.cognitofirstlogin.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The commands and files that the documents name exist. */
class DocumentedCommandsTest {
  private static final Pattern BLOCK = Pattern.compile("(?sm)^```[^\\n]*\\n(.*?)^```$");
  private static final Pattern SPAN = Pattern.compile("`([^`]+)`");
  private static final Pattern COMMAND = Pattern.compile("\\bbin/([a-z-]+)(?:\\.mjs)?\\b");
  private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z][a-z-]*");
  private static final Pattern MODULE = Pattern.compile("\\$root/(?!bin/)((?:proof/)?\\w+)/");
  private static final Pattern SOURCE =
      Pattern.compile(
          "(?:proof[/\\\\])?[^/\\\\]+[/\\\\](src[/\\\\]main[/\\\\].*\\.java|[^/\\\\]+\\.mjs)");

  @Test
  void eachCommandHasTheOptionsThatItIsGiven() throws IOException {
    var wrong = new ArrayList<String>();
    var options = 0;
    for (var document : Documents.all()) {
      for (var code : codeOf(document)) {
        for (var call : calls(code)) {
          var file = Path.of("bin", call.name());
          if (!Files.exists(file)) {
            wrong.add(document + ": " + file);
            continue;
          }
          var known = optionsOf(file);
          for (var option : call.options()) {
            options++;
            if (!known.contains(option)) {
              wrong.add(document + ": " + file + " " + option);
            }
          }
        }
      }
    }

    assertThat(wrong).isEmpty();
    assertThat(options).isGreaterThan(20);
  }

  @Test
  void eachFileThatIsNamedIsThere() throws IOException {
    var known = directories();
    var missing = new ArrayList<String>();
    var named = 0;
    for (var document : Documents.all()) {
      for (var span :
          SPAN.matcher(BLOCK.matcher(Files.readString(document)).replaceAll(""))
              .results()
              .map(each -> each.group(1))
              .toList()) {
        var isOurs = known.stream().anyMatch(directory -> span.startsWith(directory + "/"));
        if (isOurs && span.matches("[\\w./-]+") && !span.contains("/target/")) {
          named++;
          if (!Files.exists(Path.of(span))) {
            missing.add(document + ": " + span);
          }
        }
      }
    }

    assertThat(missing).isEmpty();
    assertThat(named).isGreaterThan(20);
  }

  private record Call(String name, List<String> options) {}

  /** Each command ends where the next one begins, or at the end of the line. */
  private static List<Call> calls(String code) {
    var calls = new ArrayList<Call>();
    for (var line :
        code.replaceAll("\\\\\\n\\s*", " ")
            .replaceAll("(?m)(^|\\s)#.*", "")
            .split("\\n(?=\\$|[a-z])")) {
      var starts = COMMAND.matcher(line).results().toList();
      for (var i = 0; i < starts.size(); i++) {
        var end = i + 1 < starts.size() ? starts.get(i + 1).start() : line.length();
        var options = OPTION.matcher(line.substring(starts.get(i).end(), end));
        calls.add(
            new Call(
                starts.get(i).group().substring(4),
                options.results().map(MatchResult::group).toList()));
      }
    }
    return calls;
  }

  private static List<String> codeOf(Path document) throws IOException {
    var text = Files.readString(document);
    var blocks = BLOCK.matcher(text).results().map(block -> block.group(1));
    var spans =
        SPAN.matcher(BLOCK.matcher(text).replaceAll("")).results().map(span -> span.group(1));
    return Stream.concat(blocks, spans).toList();
  }

  /** The options in the sources of the module that the command runs. */
  private static Set<String> optionsOf(Path command) throws IOException {
    var module = MODULE.matcher(Files.readString(command));
    assertThat(module.find()).as(command.toString()).isTrue();
    var options = new HashSet<>(Set.of("--help", "--version"));
    try (var files = Files.walk(Path.of(module.group(1)))) {
      for (var file : files.filter(each -> SOURCE.matcher(each.toString()).matches()).toList()) {
        OPTION.matcher(Files.readString(file)).results().forEach(each -> options.add(each.group()));
      }
    }
    return options;
  }

  private static List<String> directories() throws IOException {
    try (var files = Files.list(Path.of(""))) {
      return files.filter(Files::isDirectory).map(Path::toString).toList();
    }
  }
}

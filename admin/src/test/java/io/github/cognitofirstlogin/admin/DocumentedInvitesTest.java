package io.github.cognitofirstlogin.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitofirstlogin.docs.DocumentedScript;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The commands of the documents that invite users are accepted exactly as they are printed. */
class DocumentedInvitesTest {
  private static final String REACHED = "Cognito would be asked now";
  private static final String POOL_ID = "us-east-1_AbCdEfGhI";
  private static final Pattern CSV = Pattern.compile("(?s)```csv\\n(.*?)```");

  @TempDir private Path directory;

  /** Writes the files that the commands name, with the documents' content. */
  @BeforeEach
  void writeFiles() throws IOException {
    for (var name : List.of("outputs.json", "outputs.test.json", "local.json")) {
      Files.writeString(
          directory.resolve(name),
          "{\"Auth\":{\"UserPoolId\":\"%s\",\"UserPoolClientId\":\"client\"}}".formatted(POOL_ID));
    }
    var csv = CSV.matcher(Files.readString(Path.of("docs", "operations.md")));
    assertThat(csv.find()).isTrue();
    Files.writeString(directory.resolve("users.csv"), csv.group(1));
  }

  @Test
  void eachCommandGoesAsFarAsCognito() throws IOException {
    var refused = new ArrayList<String>();
    var count = 0;
    for (var script : DocumentedScript.all()) {
      for (var command : script.commands()) {
        if (command.size() > 1 && command.get(0).matches("bin/(invite|check-pool)")) {
          count++;
          var said = said(command);
          if (!said.equals(REACHED)) {
            refused.add(script.document() + ": " + String.join(" ", command) + ": " + said);
          }
        }
      }
    }

    assertThat(refused).isEmpty();
    assertThat(count).isGreaterThan(10);
  }

  @Test
  void commandThatNamesNoPoolIsFound() {
    assertThat(said(List.of("bin/invite", "--username", "<name>", "--resend")))
        .startsWith("Name the user pool");
    assertThat(said(List.of("bin/check-pool", "--pool", POOL_ID))).startsWith("Unknown option");
  }

  private String said(List<String> command) {
    var err = new StringWriter();
    commandLine(command.get(0))
        .setErr(new PrintWriter(err, true))
        .execute(command.stream().skip(1).map(this::argument).toArray(String[]::new));
    return err.toString().strip();
  }

  private static CommandLine commandLine(String program) {
    return program.equals("bin/invite")
        ? Invite.commandLine(
            region -> {
              throw new CannotStart(REACHED);
            },
            Pace::of)
        : CheckPool.commandLine(
            region -> {
              throw new CannotStart(REACHED);
            });
  }

  /** Replaces a file's name by its path, and a placeholder by a value. */
  private String argument(String word) {
    var file = directory.resolve(word.replaceAll("[^\\w.-]", "_"));
    return Files.exists(file) && Files.isRegularFile(file)
        ? file.toString()
        : Map.of(
                "<UserPoolId>",
                POOL_ID,
                "<UserPoolClientId>",
                "client",
                "<name>",
                "alice",
                "report.json",
                directory.resolve("report.json").toString())
            .getOrDefault(word, word);
  }
}

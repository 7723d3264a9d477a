package io.github.cognitofirstlogin.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Checks the commands of the documents without running them, with a shell, the AWS CLI's model and
 * the CDK CLI's list of options.
 */
class DocumentedShellTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Options of the AWS CLI itself, which every command accepts. */
  private static final Set<String> OF_EVERY_AWS_COMMAND =
      Set.of("--output", "--profile", "--query", "--region");

  private static final Path CDK_OPTIONS =
      Path.of("node_modules", "aws-cdk", "lib", "cli", "cli-type-registry.json");

  @Test
  void shellCanReadEachScript() throws IOException, InterruptedException {
    var refused = new ArrayList<String>();
    for (var script : DocumentedScript.all()) {
      var shell = new ProcessBuilder("bash", "-n").redirectErrorStream(true).start();
      try (var in = shell.getOutputStream()) {
        in.write((script.withoutPlaceholders() + "\n").getBytes(StandardCharsets.UTF_8));
      }
      var said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (shell.waitFor() != 0) {
        refused.add(script.document() + ": " + said + script.text());
      }
    }

    assertThat(refused).isEmpty();
    assertThat(DocumentedScript.all()).hasSizeGreaterThan(30);
  }

  @Test
  void eachAwsCommandIsCompleteAndHasTheOptionsThatItIsGiven() throws IOException {
    var model = awsModel();
    var wrong = new ArrayList<String>();
    var count = 0;
    for (var script : DocumentedScript.all()) {
      for (var command : script.commands()) {
        if (command.get(0).equals("aws")) {
          count++;
          wrongWithAws(command, model)
              .forEach(what -> wrong.add(script.document() + ": " + command + ": " + what));
        }
      }
    }

    assertThat(wrong).isEmpty();
    assertThat(count).isGreaterThan(20);
  }

  @Test
  void awsCommandThatCannotRunIsFound() throws IOException {
    assertThat(wrongWithAws(words("aws cognito-idp admin-get-user"), awsModel()))
        .containsExactly("lacks --user-pool-id", "lacks --username");
    assertThat(
            wrongWithAws(
                words("aws cognito-idp admin-get-user --user-pool-id a --username --name b"),
                awsModel()))
        .containsExactly("--username has no value", "has no option --name");
    assertThat(wrongWithAws(words("aws cognito-idp admin-fetch-user"), awsModel()))
        .singleElement()
        .asString()
        .contains(".ci/aws-model");
    assertThat(wrongWithAws(words("aws sns create-topic alarms --name alarms"), awsModel()))
        .containsExactly("alarms belongs to no option");
    assertThat(wrongWithAws(words("aws sns create-topic --name alarms pages"), awsModel()))
        .containsExactly("pages belongs to no option");
  }

  @Test
  void eachCdkCommandHasTheOptionsThatItIsGiven() throws IOException {
    var cli = JSON.readTree(Files.readAllBytes(CDK_OPTIONS));
    var wrong = new ArrayList<String>();
    var count = 0;
    for (var script : DocumentedScript.all()) {
      for (var command : script.commands()) {
        if (command.size() > 2 && command.subList(0, 2).equals(List.of("npx", "cdk"))) {
          count++;
          wrongWithCdk(command.subList(2, command.size()), cli)
              .forEach(what -> wrong.add(script.document() + ": " + command + ": " + what));
        }
      }
    }

    assertThat(wrong).isEmpty();
    assertThat(count).isGreaterThan(10);
  }

  @Test
  void cdkCommandThatCannotRunIsFound() throws IOException {
    var cli = JSON.readTree(Files.readAllBytes(CDK_OPTIONS));

    assertThat(wrongWithCdk(words("deploy --outputs-files o.json"), cli))
        .containsExactly("has no option --outputs-files");
    assertThat(wrongWithCdk(words("roll-back"), cli)).containsExactly("has no command roll-back");
    assertThat(wrongWithCdk(words("deploy Auth -c stage=test --outputs-file o.json"), cli))
        .isEmpty();
  }

  private static List<String> wrongWithAws(List<String> words, JsonNode model) {
    var wrong = new ArrayList<String>();
    var name = words.size() < 3 ? "" : words.get(1) + " " + words.get(2);
    var command = model.path("commands").path(name);
    if (command.isMissingNode()) {
      return List.of("is not in aws-commands.json; .ci/aws-model renews it");
    }
    var options = command.path("options");
    var given = new HashSet<String>();
    var values = 0;
    for (var i = 3; i < words.size(); i++) {
      var word = words.get(i);
      if (!word.startsWith("--")) {
        if (values-- <= 0) {
          wrong.add(word + " belongs to no option");
        }
        continue;
      }
      given.add(word);
      values = values(word, options);
      if (values < 0) {
        wrong.add("has no option " + word);
        values = Integer.MAX_VALUE;
      } else if (values > 0 && (i + 1 == words.size() || words.get(i + 1).startsWith("--"))) {
        wrong.add(word + " has no value");
      }
    }
    var isInAFile = given.contains("--cli-input-json");
    for (var required : texts(command.path("required"))) {
      if (!isInAFile && !given.contains(required)) {
        wrong.add("lacks " + required);
      }
    }
    return wrong;
  }

  /** The largest number of values of an option; negative if the option does not exist. */
  private static int values(String option, JsonNode options) {
    if (OF_EVERY_AWS_COMMAND.contains(option)) {
      return 1;
    }
    return switch (options.path(option).asText()) {
      case "" -> -1;
      case "boolean" -> 0;
      case "list" -> Integer.MAX_VALUE;
      default -> 1;
    };
  }

  private static List<String> wrongWithCdk(List<String> words, JsonNode cli) {
    var command = cli.path("commands").path(words.get(0));
    if (command.isMissingNode()) {
      return List.of("has no command " + words.get(0));
    }
    var known = new HashSet<>(Set.of("--help", "--version"));
    for (var options : List.of(cli.path("globalOptions"), command.path("options"))) {
      options
          .properties()
          .forEach(
              option -> {
                known.add("--" + option.getKey());
                known.add("--no-" + option.getKey());
                option.getValue().path("alias").forEach(alias -> known.add("-" + alias.asText()));
                known.add("-" + option.getValue().path("alias").asText());
              });
    }
    return words.stream()
        .skip(1)
        .filter(word -> word.startsWith("-"))
        .map(word -> word.replaceFirst("=.*", ""))
        .filter(word -> !known.contains(word))
        .map(word -> "has no option " + word)
        .toList();
  }

  private static JsonNode awsModel() throws IOException {
    try (var file = DocumentedShellTest.class.getResourceAsStream("aws-commands.json")) {
      return JSON.readTree(file);
    }
  }

  private static List<String> texts(JsonNode list) {
    var texts = new ArrayList<String>();
    list.forEach(each -> texts.add(each.asText()));
    return texts;
  }

  private static List<String> words(String command) {
    return List.of(command.split(" "));
  }
}

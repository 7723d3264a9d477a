package io.github.cognitofirstlogin.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The headings of docs/troubleshooting.md have the exact texts of the errors. */
class TroubleshootingTest {
  private static final Pattern HEADING = Pattern.compile("(?m)^### .*");
  private static final Pattern TEXT = Pattern.compile("`([^`]+)`");

  /** Texts of the CDK, AWS and browsers, which this test cannot check. */
  private static final Set<String> OF_OTHERS =
      Set.of(
          "Could not transfer artifact ... from/to central (https://repo.maven.apache.org/maven2)",
          "Node 20 is end-of-life and not supported anymore by this software",
          "This CDK CLI is not compatible with the CDK library used by your application. Please"
              + " upgrade the CLI to the latest version.",
          "Has the environment been bootstrapped? Please run 'cdk bootstrap'",
          "Unable to resolve AWS account to use. It must be either configured when you define your"
              + " CDK Stack, or through the environment",
          "Specified ReservedConcurrentExecutions for function decreases account's"
              + " UnreservedConcurrentExecution below its minimum value",
          "... but terminal (TTY) is not attached so we are unable to get a confirmation from the"
              + " user",
          "Cannot turn MFA functionality ON",
          "The following features need to be disabled for the ... pricing tier configured",
          "Email address is not verified.",
          "Existing schema attributes cannot be modified or deleted.",
          "has been blocked by CORS policy: Response to preflight request doesn't pass access"
              + " control check",
          "GET /session");

  @Test
  void eachTextOfOursIsSaidByTheSources() throws IOException {
    var sources = sources();
    var texts =
        HEADING
            .matcher(Files.readString(Path.of("docs", "troubleshooting.md")))
            .results()
            .map(MatchResult::group)
            .flatMap(heading -> TEXT.matcher(heading).results())
            .map(text -> text.group(1))
            .toList();

    assertThat(texts).containsAll(OF_OTHERS).hasSizeGreaterThan(OF_OTHERS.size());
    assertThat(texts.stream().filter(text -> !OF_OTHERS.contains(text)))
        .allSatisfy(text -> assertThat(text.split("\\.\\.\\.")).allMatch(sources::contains, text));
  }

  /** The texts of all sources, with the parts of a Java string joined. */
  private static String sources() throws IOException {
    try (var files =
        Stream.of(
                "bin",
                "function/src/main",
                "infra/src/main",
                "userpool/src/main",
                "local/src/main",
                "admin/src/main")
            .flatMap(TroubleshootingTest::filesBelow)) {
      return files
          .map(TroubleshootingTest::text)
          .collect(Collectors.joining())
          .replaceAll("\"\\s*\\+\\s*\"", "");
    }
  }

  private static Stream<Path> filesBelow(String directory) {
    try {
      return Files.walk(Path.of(directory)).filter(Files::isRegularFile);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

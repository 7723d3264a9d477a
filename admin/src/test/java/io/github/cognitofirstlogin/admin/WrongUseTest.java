package io.github.cognitofirstlogin.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Mistakes that are refused before any user is invited. */
class WrongUseTest {
  @RegisterExtension static TestPool pool = TestPool.start();

  @TempDir private Path directory;

  @Test
  void missingAttributeOrGroupIsReportedBeforeAnyInvitation() {
    var run =
        pool.runFile(
            """
            username,email,groups,givenname
            alice,alice@example.com,ops,
            bob,bob@example.com,oops,Bob
            """);

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo(
            """
            The user pool has no attribute 'givenname'
            The user pool has no group 'oops'
            """);
    assertThat(run.out()).isEmpty();
    assertThat(pool.writes()).isEmpty();
  }

  @Test
  void malformedFileInvitesNoUser() {
    var run = pool.runFile(TestPool.THREE + "dave,not an address,,\n");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo(
            "users.csv, line 5, column 2 (email): must be an e-mail address, got 'not an"
                + " address'\n");
    assertThat(pool.requests()).isEmpty();
  }

  @Test
  void reportThatCannotBeWrittenIsRefusedInTime() {
    var run = pool.runFile(TestPool.THREE, "--report", directory.toString());

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).startsWith("Cannot write ").hasLineCount(1);
    assertThat(pool.requests()).isEmpty();
  }

  @Test
  void unknownPoolIsOneLine() {
    var run = pool.runIn("us-east-1_Nowhere", "--username", "alice", "--resend");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).startsWith("ResourceNotFoundException: ").hasLineCount(1);
  }

  @ParameterizedTest
  @MethodSource
  void wrongUseIsOneLineAndNoRequest(String sentence, String[] arguments) {
    var run = pool.run(arguments);

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).startsWith(sentence).hasLineCount(1);
    assertThat(run.out()).isEmpty();
    assertThat(pool.requests()).isEmpty();
  }

  static Stream<Arguments> wrongUseIsOneLineAndNoRequest() {
    return Stream.of(
        wrong("Name either one user with --username or several with --csv"),
        wrong("Name either one user", "--username", "alice", "--csv", "users.csv"),
        wrong("--email is missing", "--username", "alice"),
        wrong("--email must be an e-mail address, got 'x'", "--username", "a", "--email", "x"),
        wrong("--username must be 1 to 128", "--username", "al ice", "--email", "a@b.c"),
        wrong("--group must be 1 to 128", of("--group", "o ps")),
        wrong("--attribute must be NAME=VALUE, got 'x'", of("--attribute", "x")),
        wrong("--attribute must be NAME=VALUE, got '=x'", of("--attribute", "=x")),
        wrong("Use --email in place of --attribute email=...", of("--attribute", "email=a@b.c")),
        wrong(
            "--attribute name is given twice",
            of("--attribute", "name=A", "--attribute", "name=B")),
        wrong(
            "--attribute sub must be left out: Cognito gives each user a sub",
            of("--attribute", "sub=1")),
        wrong("--rate must be 1 to 50, got 0", of("--rate", "0")),
        wrong("--rate must be 1 to 50, got 51", of("--rate", "51")),
        wrong("Invalid value for option '--rate'", of("--rate", "x")),
        wrong("Unknown option: '--password=x'", of("--password=x")),
        wrong("Name the user pool with either", of("--outputs-file", "outputs.json")),
        wrong("--stack chooses a stack in an --outputs-file", of("--stack", "Auth")),
        wrong("With --csv, email", "--csv", "users.csv", "--group", "ops"),
        wrong("--resend changes no attribute", "--username", "a", "--resend", "--email", "a@b.c"));
  }

  @Test
  void everyCommandInTheDocumentationIsUnderstood() {
    var commands =
        Stream.of("README.md", "docs/operations.md", "docs/deploy.md")
            .flatMap(WrongUseTest::lines)
            .filter(line -> line.startsWith("bin/invite "))
            .toList();

    assertThat(commands)
        .hasSizeGreaterThan(4)
        .allSatisfy(
            command ->
                Invite.commandLine(
                        region -> {
                          throw new AssertionError("nothing is executed");
                        },
                        Pace::of)
                    .parseArgs(command.substring("bin/invite ".length()).split(" ")));
  }

  private static Stream<String> lines(String file) {
    try {
      return Files.readString(Path.of(file)).lines();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Arguments wrong(String sentence, String... arguments) {
    return Arguments.of(sentence, arguments);
  }

  private static String[] of(String... more) {
    return Stream.concat(Stream.of("--username", "a", "--email", "a@b.c"), Stream.of(more))
        .toArray(String[]::new);
  }
}

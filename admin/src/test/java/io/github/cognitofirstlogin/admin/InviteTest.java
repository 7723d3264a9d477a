package io.github.cognitofirstlogin.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command with the local user pool, over HTTP. */
class InviteTest {
  @RegisterExtension static TestPool pool = TestPool.start();

  @TempDir private Path directory;

  @Test
  void userOfTheFlagsIsInvited() {
    var run =
        pool.run(
            "--username",
            "alice",
            "--email",
            "alice@example.com",
            "--attribute",
            "given_name=Alice=A",
            "--group",
            "ops",
            "--group",
            "dev");

    assertThat(run.status()).isZero();
    assertThat(run.out()).isEqualTo("User pool %s: 1 invited\n".formatted(pool.id()));
    assertThat(run.err()).isEqualTo("[1/1] alice: invited (joins group ops, joins group dev)\n");
    assertThat(pool.invited()).containsExactly("alice@example.com");
    assertThat(pool.groups().additions()).containsExactly("alice to ops", "alice to dev");
    assertThat(pool.attribute("alice", "given_name")).isEqualTo("Alice=A");
    assertThat(pool.attribute("alice", "email_verified")).isEqualTo("true");
  }

  @Test
  void everyUserOfAFileIsInvited() {
    var run = pool.runFile(TestPool.THREE);

    assertThat(run.status()).isZero();
    assertThat(run.out()).isEqualTo("User pool %s: 3 invited\n".formatted(pool.id()));
    assertThat(run.err().lines()).hasSize(3).last().asString().startsWith("[3/3] carol: ");
    assertThat(pool.invited())
        .containsExactly("alice@example.com", "bob@example.com", "carol@example.com");
  }

  @Test
  void throttledRequestIsTriedAgain() {
    pool.fault(
        """
        {"operation":"*","kind":"error","type":"TooManyRequestsException","message":"Rate exceeded",
         "times":2}""");

    assertThat(pool.runFile(TestPool.THREE).status()).isZero();
    assertThat(pool.invited()).hasSize(3);
  }

  @Test
  void oneUsersFailureLeavesTheOthersAlone() {
    pool.runFile("username,email\nalice,taken@example.com\n");

    var run =
        pool.runFile(
            """
            username,email
            bob,taken@example.com
            carol,carol@example.com
            """);

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .isEqualTo(
            """
            User pool %s: 1 invited, 1 failed
            bob: failed (AliasExistsException: An account with the email already exists.)
            """
                .formatted(pool.id()));
  }

  @Test
  void dryRunOnlyReads() {
    pool.runFile("username,email,groups\nalice,alice@example.com,ops\n");
    var writes = pool.writes();

    var run = pool.runFile(TestPool.THREE, "--dry-run");

    assertThat(run.status()).isZero();
    assertThat(run.out())
        .isEqualTo(
            "User pool %s, dry run: 2 would be invited, 1 exists already\n".formatted(pool.id()));
    assertThat(run.err())
        .isEqualTo(
            """
            [1/3] alice: exists already (FORCE_CHANGE_PASSWORD, joins group dev)
            [2/3] bob: would be invited
            [3/3] carol: would be invited (joins group ops)
            """);
    assertThat(pool.writes()).isEqualTo(writes);
    assertThat(pool.groups().additions()).containsExactly("alice to ops");
    assertThat(pool.invited()).hasSize(1);
  }

  @Test
  void noPasswordIsShownOrWritten() throws IOException {
    var report = directory.resolve("report.json");
    var first = pool.runFile(TestPool.THREE, "--report", report.toString());
    var second = pool.runFile(TestPool.THREE, "--resend", "--report", report.toString());

    assertThat(Set.copyOf(pool.passwords()))
        .hasSize(6)
        .allSatisfy(
            secret ->
                assertThat(first.out() + first.err() + second.out() + second.err())
                    .doesNotContain(secret));
    assertThat(pool.passwords())
        .allSatisfy(secret -> assertThat(Files.readString(report)).doesNotContain(secret));
  }

  @Test
  void reportTellsEachUsersOutcome() throws IOException {
    pool.runFile("username,email\nalice,taken@example.com\n");
    var report = directory.resolve("made/on/the/way/report.json");

    pool.runFile(
        """
        username,email
        alice,taken@example.com
        bob,taken@example.com
        carol,carol@example.com
        """,
        "--report",
        report.toString());

    assertThat(new ObjectMapper().readTree(Files.readString(report)))
        .isEqualTo(
            json(
                """
                {"userPoolId":"%s","dryRun":false,
                 "counts":{"invited":1,"invited_again":0,"exists":1,"failed":1,"not_tried":0},
                 "users":[
                   {"username":"alice","outcome":"exists","detail":"FORCE_CHANGE_PASSWORD"},
                   {"username":"bob","outcome":"failed",
                    "detail":"AliasExistsException: An account with the email already exists."},
                   {"username":"carol","outcome":"invited","detail":""}]}"""
                    .formatted(pool.id())));
  }

  @ParameterizedTest
  @ValueSource(ints = {50, 51})
  void moreThanADaysMailsAreWarnedOf(int users) {
    var rows =
        IntStream.range(0, users)
            .mapToObj(i -> "u%d,u%d@example.com\n".formatted(i, i))
            .collect(Collectors.joining("", "username,email\n", ""));

    var run = pool.runFile(rows, "--dry-run");

    assertThat(run.status()).isZero();
    assertThat(run.err().startsWith("Warning: 51 users, ")).isEqualTo(users == 51);
  }

  private static JsonNode json(String text) throws IOException {
    return new ObjectMapper().readTree(text);
  }
}

package io.github.cognitofirstlogin.invite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;

/** The command against the local user pool, over HTTP. */
class InviteTest {
  private static final String THREE =
      """
      username,email,groups,given_name
      alice,alice@example.com,ops;dev,Alice
      bob,bob@example.com,,
      carol,carol@example.com,ops,Carol
      """;

  private static TestPool pool;

  @TempDir private Path directory;

  @BeforeAll
  static void start() throws IOException {
    pool = TestPool.start();
  }

  @AfterAll
  static void stop() {
    pool.close();
  }

  @BeforeEach
  void forget() {
    pool.forget();
    pool.groups().forget();
  }

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
    assertThat(attribute("alice", "given_name")).isEqualTo("Alice=A");
    assertThat(attribute("alice", "email_verified")).isEqualTo("true");
  }

  @Test
  void everyUserOfAFileIsInvited() {
    var run = invite(THREE);

    assertThat(run.status()).isZero();
    assertThat(run.out()).isEqualTo("User pool %s: 3 invited\n".formatted(pool.id()));
    assertThat(run.err().lines()).hasSize(3).last().asString().startsWith("[3/3] carol: ");
    assertThat(pool.invited())
        .containsExactly("alice@example.com", "bob@example.com", "carol@example.com");
  }

  @Test
  void secondRunDoesNothingTwice() {
    invite(THREE);
    var writes = pool.writes();
    var additions = List.copyOf(pool.groups().additions());

    var run = invite(THREE);

    assertThat(run.status()).isZero();
    assertThat(run.out()).isEqualTo("User pool %s: 3 exists already\n".formatted(pool.id()));
    assertThat(run.err()).contains("[2/3] bob: exists already (FORCE_CHANGE_PASSWORD)\n");
    assertThat(pool.writes()).isEqualTo(writes);
    assertThat(pool.groups().additions()).isEqualTo(additions);
    assertThat(pool.invited()).hasSize(3);
  }

  @Test
  void existingUserKeepsHisAttributes() {
    invite("username,email,given_name\nalice,alice@example.com,Alice\n");

    var run = invite("username,email,given_name\nalice,new@example.com,Other\n");

    assertThat(run.status()).isZero();
    assertThat(attribute("alice", "given_name")).isEqualTo("Alice");
    assertThat(attribute("alice", "email")).isEqualTo("alice@example.com");
  }

  @Test
  void existingUserJoinsTheGroupsThatAreMissing() {
    invite("username,email,groups\nalice,alice@example.com,ops\n");

    var run = invite("username,email,groups\nAlice,alice@example.com,ops;dev;all\n");

    assertThat(run.status()).isZero();
    assertThat(run.err())
        .contains("exists already (FORCE_CHANGE_PASSWORD, joins group dev, joins group all)");
    assertThat(pool.groups().additions())
        .containsExactly("alice to ops", "alice to dev", "alice to all");
    assertThat(pool.writes()).hasSize(1);
  }

  @Test
  void interruptedRunIsFinishedByTheNextOne() {
    pool.fault(
        """
        {"operation":"AdminCreateUser","kind":"delay","millis":0}""");
    pool.fault(
        """
        {"operation":"AdminCreateUser","kind":"error","type":"LimitExceededException",
         "message":"Exceeded daily email limit for the operation or the account."}""");

    var first = invite(THREE);
    var second = invite(THREE);

    assertThat(first.status()).isEqualTo(1);
    assertThat(first.out())
        .isEqualTo(
            """
            User pool %s: 1 invited, 1 failed, 1 not tried
            bob: failed (LimitExceededException: Exceeded daily email limit for the operation or the account.)
            """
                .formatted(pool.id()));
    assertThat(second.status()).isZero();
    assertThat(second.out())
        .isEqualTo("User pool %s: 2 invited, 1 exists already\n".formatted(pool.id()));
    assertThat(pool.invited())
        .containsExactly("alice@example.com", "bob@example.com", "carol@example.com");
    assertThat(pool.groups().additions())
        .containsExactly("alice to ops", "alice to dev", "carol to ops");
  }

  @Test
  void runInterruptedBeforeTheGroupsIsFinishedByTheNextOne() {
    pool.groups().forbidAdditions(true);
    var first = invite(THREE);
    pool.groups().forbidAdditions(false);
    var second = invite(THREE);

    assertThat(first.status()).isEqualTo(1);
    assertThat(first.out())
        .contains("alice: failed (invited, and then: AccessDeniedException: not authorized");
    assertThat(second.status()).isZero();
    assertThat(pool.invited()).hasSize(3);
    assertThat(pool.groups().additions())
        .containsExactly("alice to ops", "alice to dev", "carol to ops");
  }

  @Test
  void lostAnswerInvitesNobodyTwice() {
    pool.fault(
        """
        {"operation":"AdminCreateUser","kind":"error","type":"InternalErrorException",
         "message":"","applied":true}""");

    var run = invite(THREE);

    assertThat(run.status()).isZero();
    assertThat(run.err()).contains("[1/3] alice: exists already (FORCE_CHANGE_PASSWORD, joins");
    assertThat(pool.invited())
        .containsExactly("alice@example.com", "bob@example.com", "carol@example.com");
    assertThat(pool.groups().additions()).contains("alice to ops", "alice to dev");
  }

  @Test
  void throttledRequestIsTriedAgain() {
    pool.fault(
        """
        {"operation":"*","kind":"error","type":"TooManyRequestsException","message":"Rate exceeded",
         "times":2}""");

    assertThat(invite(THREE).status()).isZero();
    assertThat(pool.invited()).hasSize(3);
  }

  @Test
  void oneUsersFailureLeavesTheOthersAlone() {
    invite("username,email\nalice,taken@example.com\n");

    var run =
        invite(
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
    invite("username,email,groups\nalice,alice@example.com,ops\n");
    var writes = pool.writes();

    var run = invite(THREE, "--dry-run");

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
  void invitedUserIsInvitedAgainWithAnotherPassword() {
    invite(THREE);

    var run = pool.run("--username", "alice", "--resend");

    assertThat(run.status()).isZero();
    assertThat(run.out()).isEqualTo("User pool %s: 1 invited again\n".formatted(pool.id()));
    assertThat(pool.invited()).hasSize(4).last().isEqualTo("alice@example.com");
    assertThat(secrets().distinct()).hasSize(4);
  }

  @Test
  void fileOfTheFirstRunServesForTheSecondInvitation() {
    invite(THREE);
    var additions = List.copyOf(pool.groups().additions());

    var run = invite(THREE, "--resend");

    assertThat(run.out()).isEqualTo("User pool %s: 3 invited again\n".formatted(pool.id()));
    assertThat(pool.invited()).hasSize(6);
    assertThat(pool.groups().additions()).isEqualTo(additions);
  }

  @Test
  void userWithAPasswordIsToldToUseForgotPassword() {
    invite(THREE);
    confirm("bob");

    var run = invite(THREE, "--resend", "--dry-run");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .isEqualTo(
            """
            User pool %s, dry run: 2 would be invited again, 1 would fail
            bob: would fail (CONFIRMED: the first login is done; whoever lost the password uses forgot password)
            """
                .formatted(pool.id()));
    assertThat(pool.invited()).hasSize(3);
  }

  @Test
  void strangerIsNotInvitedAgain() {
    var run = pool.run("--username", "nobody", "--resend");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).contains("nobody: failed (there is no such user; without --resend");
    assertThat(pool.writes()).isEmpty();
  }

  @Test
  void whatThePoolDoesNotHaveIsToldBeforeAnybodyIsInvited() {
    var run =
        invite(
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
  void brokenFileInvitesNobody() {
    var run = invite(THREE + "dave,not an address,,\n");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo(
            "users.csv, line 5, column 2 (email): must be an e-mail address, got 'not an"
                + " address'\n");
    assertThat(pool.requests()).isEmpty();
  }

  @Test
  void noPasswordIsShownOrWritten() throws IOException {
    var report = directory.resolve("report.json");
    var first = invite(THREE, "--report", report.toString());
    var second = invite(THREE, "--resend", "--report", report.toString());

    assertThat(secrets().distinct())
        .hasSize(6)
        .allSatisfy(
            secret ->
                assertThat(first.out() + first.err() + second.out() + second.err())
                    .doesNotContain(secret));
    assertThat(secrets())
        .allSatisfy(secret -> assertThat(Files.readString(report)).doesNotContain(secret));
  }

  @Test
  void reportTellsEachUsersOutcome() throws IOException {
    invite("username,email\nalice,taken@example.com\n");
    var report = directory.resolve("made/on/the/way/report.json");

    invite(
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

  @Test
  void reportThatCannotBeWrittenIsRefusedInTime() {
    var run = invite(THREE, "--report", directory.toString());

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).startsWith("Cannot write ").hasLineCount(1);
    assertThat(pool.requests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {50, 51})
  void moreThanADaysMailsAreWarnedOf(int users) {
    var rows =
        IntStream.range(0, users)
            .mapToObj(i -> "u%d,u%d@example.com\n".formatted(i, i))
            .collect(Collectors.joining("", "username,email\n", ""));

    var run = invite(rows, "--dry-run");

    assertThat(run.status()).isZero();
    assertThat(run.err().startsWith("Warning: 51 users, ")).isEqualTo(users == 51);
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
        wrong("--attribute email=... is --email", of("--attribute", "email=a@b.c")),
        wrong(
            "--attribute name is there twice",
            of("--attribute", "name=A", "--attribute", "name=B")),
        wrong("--attribute sub must be left to Cognito", of("--attribute", "sub=1")),
        wrong("--rate must be 1 to 50, got 0", of("--rate", "0")),
        wrong("--rate must be 1 to 50, got 51", of("--rate", "51")),
        wrong("Invalid value for option '--rate'", of("--rate", "x")),
        wrong("Unknown option: '--password=x'", of("--password=x")),
        wrong("Name the user pool with either", of("--outputs-file", "outputs.json")),
        wrong("--stack chooses a stack in an --outputs-file", of("--stack", "Auth")),
        wrong("With --csv, email", "--csv", "users.csv", "--group", "ops"),
        wrong("--resend changes nothing", "--username", "a", "--resend", "--email", "a@b.c"));
  }

  @Test
  void everyCommandInTheDocumentationIsUnderstood() {
    var commands =
        Stream.of("README.md", "docs/operations.md")
            .flatMap(InviteTest::lines)
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

  private TestPool.Run invite(String csv, String... more) {
    try {
      var file = Files.writeString(directory.resolve("users.csv"), csv);
      return pool.run(
          Stream.concat(Stream.of("--csv", file.toString()), Stream.of(more))
              .toArray(String[]::new));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Stream<String> secrets() {
    var secrets = Stream.<String>builder();
    pool.messages().forEach(message -> secrets.add(message.get("secret").asText()));
    return secrets.build();
  }

  private static void confirm(String username) {
    pool.cognito()
        .adminSetUserPassword(
            request ->
                request
                    .userPoolId(pool.id())
                    .username(username)
                    .password("Chosen-Long-Enough-1")
                    .permanent(true));
  }

  private static String attribute(String username, String name) {
    return pool
        .cognito()
        .adminGetUser(request -> request.userPoolId(pool.id()).username(username))
        .userAttributes()
        .stream()
        .filter(attribute -> attribute.name().equals(name))
        .map(AttributeType::value)
        .findFirst()
        .orElseThrow();
  }

  private static JsonNode json(String text) throws IOException {
    return new ObjectMapper().readTree(text);
  }
}

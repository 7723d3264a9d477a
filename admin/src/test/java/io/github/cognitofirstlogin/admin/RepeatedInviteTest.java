package io.github.cognitofirstlogin.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A repeated run does everything that is left, and nothing twice. */
class RepeatedInviteTest {
  @RegisterExtension static TestPool pool = TestPool.start();

  @Test
  void secondRunDoesNothingTwice() {
    pool.runFile(TestPool.THREE);
    var writes = pool.writes();
    var additions = List.copyOf(pool.groups().additions());

    var run = pool.runFile(TestPool.THREE);

    assertThat(run.status()).isZero();
    assertThat(run.out()).isEqualTo("User pool %s: 3 exists already\n".formatted(pool.id()));
    assertThat(run.err()).contains("[2/3] bob: exists already (FORCE_CHANGE_PASSWORD)\n");
    assertThat(pool.writes()).isEqualTo(writes);
    assertThat(pool.groups().additions()).isEqualTo(additions);
    assertThat(pool.invited()).hasSize(3);
  }

  @Test
  void existingUserKeepsTheirAttributes() {
    pool.runFile("username,email,given_name\nalice,alice@example.com,Alice\n");

    var run = pool.runFile("username,email,given_name\nalice,new@example.com,Other\n");

    assertThat(run.status()).isZero();
    assertThat(pool.attribute("alice", "given_name")).isEqualTo("Alice");
    assertThat(pool.attribute("alice", "email")).isEqualTo("alice@example.com");
  }

  @Test
  void existingUserJoinsTheGroupsThatAreMissing() {
    pool.runFile("username,email,groups\nalice,alice@example.com,ops\n");

    var run = pool.runFile("username,email,groups\nAlice,alice@example.com,ops;dev;all\n");

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

    var first = pool.runFile(TestPool.THREE);
    var second = pool.runFile(TestPool.THREE);

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
    var first = pool.runFile(TestPool.THREE);
    pool.groups().forbidAdditions(false);
    var second = pool.runFile(TestPool.THREE);

    assertThat(first.status()).isEqualTo(1);
    assertThat(first.out())
        .contains("alice: failed (invited, and then: AccessDeniedException: not authorized");
    assertThat(second.status()).isZero();
    assertThat(pool.invited()).hasSize(3);
    assertThat(pool.groups().additions())
        .containsExactly("alice to ops", "alice to dev", "carol to ops");
  }

  @Test
  void lostAnswerInvitesNoUserTwice() {
    pool.fault(
        """
        {"operation":"AdminCreateUser","kind":"error","type":"InternalErrorException",
         "message":"","applied":true}""");

    var run = pool.runFile(TestPool.THREE);

    assertThat(run.status()).isZero();
    assertThat(run.err()).contains("[1/3] alice: exists already (FORCE_CHANGE_PASSWORD, joins");
    assertThat(pool.invited())
        .containsExactly("alice@example.com", "bob@example.com", "carol@example.com");
    assertThat(pool.groups().additions()).contains("alice to ops", "alice to dev");
  }

  @Test
  void invitedUserIsInvitedAgainWithAnotherPassword() {
    pool.runFile(TestPool.THREE);

    var run = pool.run("--username", "alice", "--resend");

    assertThat(run.status()).isZero();
    assertThat(run.out()).isEqualTo("User pool %s: 1 invited again\n".formatted(pool.id()));
    assertThat(pool.invited()).hasSize(4).last().isEqualTo("alice@example.com");
    assertThat(Set.copyOf(pool.passwords())).hasSize(4);
  }

  @Test
  void fileOfTheFirstRunServesForTheSecondInvitation() {
    pool.runFile(TestPool.THREE);
    var additions = List.copyOf(pool.groups().additions());

    var run = pool.runFile(TestPool.THREE, "--resend");

    assertThat(run.out()).isEqualTo("User pool %s: 3 invited again\n".formatted(pool.id()));
    assertThat(pool.invited()).hasSize(6);
    assertThat(pool.groups().additions()).isEqualTo(additions);
  }

  @Test
  void userWithAPasswordIsReferredToForgotPassword() {
    pool.runFile(TestPool.THREE);
    pool.confirm("bob");

    var run = pool.runFile(TestPool.THREE, "--resend", "--dry-run");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .isEqualTo(
            """
            User pool %s, dry run: 2 would be invited again, 1 would fail
            bob: would fail (CONFIRMED: the first login is done; a person who lost the password uses forgot password)
            """
                .formatted(pool.id()));
    assertThat(pool.invited()).hasSize(3);
  }

  @Test
  void unknownUserIsNotInvitedAgain() {
    var run = pool.run("--username", "nobody", "--resend");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).contains("nobody: failed (the user does not exist; without --resend");
    assertThat(pool.writes()).isEmpty();
  }
}

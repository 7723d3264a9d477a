package io.github.cognitofirstlogin.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitofirstlogin.leaks.Hostile;
import io.github.cognitofirstlogin.local.Whole;
import io.github.cognitofirstlogin.local.e2e.Exchange.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Flow 3: the session is expired, used or lost; with the cookies of a shared domain. */
@Deployed({
  "cookieDomain=example.com",
  "apiDomainName=api.example.com",
  "certificateArn=arn:aws:acm:eu-west-1:123456789012:certificate/11111111-2222-3333-4444-555555555555"
})
class LostSessionIT {
  /** {@code -Dpairs=1000} for more. */
  private static final int PAIRS = Integer.getInteger("pairs", Whole.orSample(200, 40));

  @Test
  @Flow("session-expired")
  @Hostile("V10")
  void expiredSessionIsReplacedWithTheTemporaryPassword(
      FrontEnd frontEnd, Administrator administrator, UserPool userPool) {
    var emma = administrator.invite("emma");
    var challenge = frontEnd.login(emma.username(), Person.TEMPORARY_PASSWORD);
    userPool.pass(Duration.ofMinutes(15), "emma reads mails for 15 minutes");

    var expired =
        frontEnd.changePassword(emma.username(), Person.OWN_PASSWORD, challenge.session());
    assertThat(expired.outcome()).isEqualTo("400 session_expired");
    var changed = restart(frontEnd, emma, challenge.session());
    assertThat(changed.outcome()).isEqualTo("200 Password changed successfully");
    assertThat(changed.cookies().get(0)).endsWith("; SameSite=None; Domain=.example.com");
  }

  @Test
  void sessionIsGoodUntilItExpires(
      FrontEnd frontEnd, Administrator administrator, UserPool userPool) {
    var emma = administrator.invite("emma");
    var challenge = frontEnd.login(emma.username(), Person.TEMPORARY_PASSWORD);
    assertThat(challenge.body().path("sessionExpiresInSeconds").asInt()).isEqualTo(900);
    userPool.pass(Duration.ofMinutes(14), "14 minutes later");
    assertThat(
            frontEnd
                .changePassword(emma.username(), Person.OWN_PASSWORD, challenge.session())
                .outcome())
        .isEqualTo("200 Password changed successfully");
  }

  @Test
  void lostSessionIsReplacedWithTheTemporaryPassword(
      FrontEnd frontEnd, Administrator administrator) {
    var emma = administrator.invite("emma");
    assertThat(
            frontEnd
                .changePassword(emma.username(), Person.OWN_PASSWORD, "forgotten by a reload")
                .outcome())
        .isEqualTo("400 session_invalid");
    assertThat(restart(frontEnd, emma, "forgotten by a reload").outcome())
        .isEqualTo("200 Password changed successfully");
  }

  @Test
  @Hostile({"V11", "Q5"})
  void usedSessionIsRefusedAndTheTemporaryPasswordNoLongerHelps(
      FrontEnd frontEnd, Administrator administrator) {
    var emma = administrator.invite("emma");
    var session = frontEnd.login(emma.username(), Person.TEMPORARY_PASSWORD).session();
    frontEnd.changePassword(emma.username(), Person.OWN_PASSWORD, session);

    assertThat(frontEnd.changePassword(emma.username(), Person.NEXT_PASSWORD, session).outcome())
        .isEqualTo("400 session_used");
    var restarted =
        frontEnd.post(
            "/change-password",
            "username",
            emma.username(),
            "new_password",
            Person.NEXT_PASSWORD,
            "session",
            session,
            "temporary_password",
            Person.TEMPORARY_PASSWORD);
    assertThat(restarted.outcome()).isEqualTo("400 session_used");
    assertThat(frontEnd.login(emma.username(), Person.OWN_PASSWORD).outcome())
        .isEqualTo("200 Login successful");
  }

  @Test
  @Hostile("V9")
  void sessionOfAnotherUserIsRefused(FrontEnd frontEnd, Administrator administrator) {
    var emma = administrator.invite("emma");
    var noah = administrator.invite("noah");
    var session = frontEnd.login(emma.username(), Person.TEMPORARY_PASSWORD).session();
    assertThat(frontEnd.changePassword(noah.username(), Person.OWN_PASSWORD, session).outcome())
        .isEqualTo("400 session_invalid");
  }

  @Test
  @Hostile("V7")
  void refusedPasswordLeavesTheSessionGood(FrontEnd frontEnd, Administrator administrator) {
    var emma = administrator.invite("emma");
    var session = frontEnd.login(emma.username(), Person.TEMPORARY_PASSWORD).session();
    assertThat(frontEnd.changePassword(emma.username(), "short", session).outcome())
        .isEqualTo("400 invalid_password");
    assertThat(frontEnd.changePassword(emma.username(), Person.OWN_PASSWORD, session).outcome())
        .isEqualTo("200 Password changed successfully");
  }

  @Test
  @Flow("double-click")
  @Hostile("V11")
  void doubleClickIsOneChangeAndOneUsedSession(
      FrontEnd frontEnd, Administrator administrator, UserPool userPool) throws Exception {
    var emma = administrator.invite("emma");
    var session = frontEnd.login(emma.username(), Person.TEMPORARY_PASSWORD).session();
    var both = doubleClick(frontEnd, emma, session);
    frontEnd.tellTogether(both);
    assertOneChange(both.stream().map(Exchange::reply).toList());
    assertThat(userPool.appliedWithTokens("RespondToAuthChallenge")).isEqualTo(1);
  }

  @Test
  @Hostile("Q1")
  void noDoubleClickChangesTwice(FrontEnd frontEnd, Administrator administrator, UserPool userPool)
      throws Exception {
    for (var pair = 0; pair < PAIRS; pair++) {
      var person = administrator.invite("user" + pair);
      var session =
          frontEnd
              .send("/login", "username", person.username(), "password", Person.TEMPORARY_PASSWORD)
              .reply()
              .session();
      assertOneChange(
          doubleClick(frontEnd, person, session).stream().map(Exchange::reply).toList());
    }
    assertThat(userPool.appliedWithTokens("RespondToAuthChallenge")).isEqualTo(PAIRS);
  }

  @Test
  @Flow("lost-answer")
  @Hostile("F6")
  void lostAnswerIsNoFailureAndTheNewPasswordSignsIn(
      FrontEnd frontEnd, Administrator administrator, UserPool userPool) {
    var emma = administrator.invite("emma");
    var session = frontEnd.login(emma.username(), Person.TEMPORARY_PASSWORD).session();
    userPool.goWrong("operation", "RespondToAuthChallenge", "kind", "drop", "when", "after-apply");
    var unknown = frontEnd.changePassword(emma.username(), Person.OWN_PASSWORD, session);
    assertThat(unknown.outcome()).isEqualTo("502 outcome_unknown");
    assertThat(unknown.text("nextStep")).isEqualTo("sign_in_with_new_password");
    assertThat(frontEnd.login(emma.username(), Person.OWN_PASSWORD).outcome())
        .isEqualTo("200 Login successful");
  }

  @Test
  @Hostile("K118")
  void throttledRequestMayBeSentAgainWithTheSameSession(
      FrontEnd frontEnd, Administrator administrator, UserPool userPool) {
    var emma = administrator.invite("emma");
    var session = frontEnd.login(emma.username(), Person.TEMPORARY_PASSWORD).session();
    userPool.goWrong(
        "operation",
        "RespondToAuthChallenge",
        "kind",
        "error",
        "type",
        "TooManyRequestsException",
        "times",
        2);
    var throttled = frontEnd.changePassword(emma.username(), Person.OWN_PASSWORD, session);
    assertThat(throttled.outcome()).isEqualTo("429 too_many_requests");
    assertThat(throttled.headers().get("retry-after"))
        .containsExactly(throttled.text("retryAfterSeconds"));
    assertThat(frontEnd.changePassword(emma.username(), Person.OWN_PASSWORD, session).outcome())
        .isEqualTo("200 Password changed successfully");
  }

  private static void assertOneChange(List<Reply> replies) {
    assertThat(replies)
        .extracting(Reply::outcome)
        .containsExactly("200 Password changed successfully", "400 session_used");
  }

  /** Two concurrent requests. The successful one is first in the result. */
  private static List<Exchange> doubleClick(FrontEnd frontEnd, Person person, String session)
      throws Exception {
    var together = new CyclicBarrier(2);
    Callable<Exchange> click =
        () -> {
          together.await();
          return frontEnd.send(
              "/change-password",
              "username",
              person.username(),
              "new_password",
              Person.OWN_PASSWORD,
              "session",
              session);
        };
    var threads = Executors.newFixedThreadPool(2);
    try {
      List<Exchange> exchanges = new ArrayList<>();
      for (var answer : threads.invokeAll(List.of(click, click))) {
        exchanges.add(answer.get());
      }
      exchanges.sort((one, other) -> one.reply().status() - other.reply().status());
      return exchanges;
    } finally {
      threads.shutdown();
    }
  }

  private static Reply restart(FrontEnd frontEnd, Person person, String session) {
    return frontEnd.post(
        "/change-password",
        "username",
        person.username(),
        "new_password",
        Person.OWN_PASSWORD,
        "session",
        session,
        "temporary_password",
        Person.TEMPORARY_PASSWORD);
  }
}

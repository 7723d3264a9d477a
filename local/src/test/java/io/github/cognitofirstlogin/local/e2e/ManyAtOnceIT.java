package io.github.cognitofirstlogin.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import io.github.cognitofirstlogin.leaks.Hostile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Many concurrent users: no user's requests affect another user. */
@Deployed
class ManyAtOnceIT {
  private static final int PEOPLE = 200;
  private static final int CHANGES = 100;
  private static final int CALLERS = 16;

  @Test
  @Hostile("Q2")
  void noUserGetsAnotherUsersToken(FrontEnd frontEnd, Administrator administrator)
      throws Exception {
    var people = invite(administrator, PEOPLE);
    var sessions = atOnce(people, person -> login(frontEnd, person).reply().session());
    assertThat(sessions).doesNotHaveDuplicates();

    List<Callable<Exchange>> changes = new ArrayList<>();
    for (var i = 0; i < PEOPLE; i++) {
      var person = people.get(i);
      var session = sessions.get(i);
      changes.add(() -> change(frontEnd, person, session));
    }
    var changed = atOnce(changes);

    for (var i = 0; i < PEOPLE; i++) {
      var reply = changed.get(i).reply();
      assertThat(reply.outcome()).isEqualTo("200 Password changed successfully");
      var token = reply.cookies().get(0).split("[=;]", 3)[1];
      assertThat(SignedJWT.parse(token).getJWTClaimsSet().getStringClaim("username"))
          .isEqualTo(people.get(i).username());
    }
  }

  @Test
  void manyChangesWithTheTemporaryPasswordLockNoUserOut(
      FrontEnd frontEnd, Administrator administrator, UserPool userPool) throws Exception {
    var emma = administrator.invite("emma");
    var session = login(frontEnd, emma).reply().session();

    var outcomes =
        atOnce(
            Collections.<Callable<String>>nCopies(
                CHANGES, () -> changeOrStartAgain(frontEnd, emma, session).reply().outcome()));

    assertThat(outcomes).containsOnlyOnce("200 Password changed successfully");
    assertThat(outcomes)
        .filteredOn(outcome -> outcome.startsWith("400 session_used"))
        .hasSize(CHANGES - 1);
    assertThat(userPool.calls("InitiateAuth")).isEqualTo(1);
    assertThat(frontEnd.login(emma.username(), Person.OWN_PASSWORD).outcome())
        .isEqualTo("200 Login successful");
  }

  @Test
  @Hostile("F20")
  void faultOfOneRequestDoesNotAffectOthers(
      FrontEnd frontEnd, Administrator administrator, UserPool userPool) throws Exception {
    var people = invite(administrator, CALLERS);
    userPool.goWrong("operation", "InitiateAuth", "subject", "user3", "kind", "drop");

    var outcomes = atOnce(people, person -> login(frontEnd, person).reply().outcome());

    assertThat(outcomes.remove(3)).isEqualTo("502 upstream_error");
    assertThat(outcomes).hasSize(CALLERS - 1).containsOnly("200 NEW_PASSWORD_REQUIRED");
  }

  private static List<Person> invite(Administrator administrator, int number) {
    var people = new ArrayList<Person>();
    for (var i = 0; i < number; i++) {
      people.add(administrator.invite("user" + i));
    }
    return people;
  }

  private static Exchange login(FrontEnd frontEnd, Person person) {
    return frontEnd.send(
        "/login", "username", person.username(), "password", Person.TEMPORARY_PASSWORD);
  }

  private static Exchange change(FrontEnd frontEnd, Person person, String session) {
    return frontEnd.send(
        "/change-password",
        "username",
        person.username(),
        "new_password",
        Person.OWN_PASSWORD,
        "session",
        session);
  }

  private static Exchange changeOrStartAgain(FrontEnd frontEnd, Person person, String session) {
    return frontEnd.send(
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

  private static <T> List<T> atOnce(List<Person> people, Function<Person, T> step)
      throws Exception {
    return atOnce(people.stream().map(person -> (Callable<T>) () -> step.apply(person)).toList());
  }

  private static <T> List<T> atOnce(List<? extends Callable<T>> steps) throws Exception {
    var callers = Executors.newFixedThreadPool(CALLERS);
    try {
      var results = new ArrayList<T>();
      for (var each : callers.invokeAll(steps)) {
        results.add(each.get());
      }
      return results;
    } finally {
      callers.shutdown();
    }
  }
}

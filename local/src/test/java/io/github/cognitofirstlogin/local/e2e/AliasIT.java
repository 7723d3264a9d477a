package io.github.cognitofirstlogin.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitofirstlogin.leaks.Hostile;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Flow 6: the e-mail address as user name. */
@Deployed
class AliasIT {
  @Test
  @Flow("alias")
  @Hostile("V12")
  void nextStepIsSentForTheRealName(FrontEnd frontEnd, Administrator administrator) {
    var emma = administrator.invite("emma");
    var challenge = frontEnd.login(emma.email(), Person.TEMPORARY_PASSWORD);
    assertThat(challenge.text("username")).isEqualTo(emma.username());
    assertThat(
            frontEnd
                .changePassword(
                    challenge.text("username"), Person.OWN_PASSWORD, challenge.session())
                .outcome())
        .isEqualTo("200 Password changed successfully");
    assertThat(frontEnd.login(emma.email(), Person.OWN_PASSWORD).outcome())
        .isEqualTo("200 Login successful");
  }

  @Test
  void nameAndAddressAreTakenInAnyCase(FrontEnd frontEnd, Administrator administrator) {
    administrator.invite("emma");
    for (var name : new String[] {"EMMA", "Emma@Example.com"}) {
      var challenge = frontEnd.login(name, Person.TEMPORARY_PASSWORD);
      assertThat(challenge.outcome()).isEqualTo("200 NEW_PASSWORD_REQUIRED");
      assertThat(challenge.text("username")).isEqualTo("emma");
    }
  }

  @Test
  void lostSessionIsReplacedForTheRealNameToo(
      FrontEnd frontEnd, Administrator administrator, UserPool userPool) {
    var emma = administrator.invite("emma");
    var challenge = frontEnd.login(emma.email(), Person.TEMPORARY_PASSWORD);
    userPool.pass(Duration.ofMinutes(15), "15 minutes later");
    var changed =
        frontEnd.post(
            "/change-password",
            "username",
            emma.email(),
            "new_password",
            Person.OWN_PASSWORD,
            "session",
            challenge.session(),
            "temporary_password",
            Person.TEMPORARY_PASSWORD);
    assertThat(changed.outcome()).isEqualTo("200 Password changed successfully");
  }

  @Test
  @Hostile("K116")
  void unknownAddressAndWrongPasswordAreTheSame(FrontEnd frontEnd, Administrator administrator) {
    var emma = administrator.invite("emma");
    var unknown = frontEnd.login("nobody@example.com", Person.TEMPORARY_PASSWORD);
    var wrong = frontEnd.login(emma.email(), Person.OWN_PASSWORD);
    assertThat(unknown.outcome()).isEqualTo("401 not_authorized");
    assertThat(wrong.outcome()).isEqualTo(unknown.outcome());
    assertThat(wrong.text("message")).isEqualTo(unknown.text("message"));
  }
}

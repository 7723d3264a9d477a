package io.github.cognitofirstlogin.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Flows 4 and 7: the temporary password has expired, or the user chooses it as the new one. */
@Deployed
class TemporaryPasswordIT {
  private static final String SECOND_TEMPORARY_PASSWORD = "Temporary-Pass-2";

  @Test
  @Flow("first-login")
  void firstLoginEndsWithTheCookies(FrontEnd frontEnd, Administrator administrator) {
    var emma = administrator.invite("emma");
    var challenge = frontEnd.login(emma.username(), Person.TEMPORARY_PASSWORD);
    var weak = frontEnd.changePassword(emma.username(), "short", challenge.session());
    assertThat(weak.text("message"))
        .isEqualTo("Password does not conform to policy: Password not long enough");
    var changed =
        frontEnd.changePassword(emma.username(), Person.OWN_PASSWORD, challenge.session());
    assertThat(changed.outcome()).isEqualTo("200 Password changed successfully");
    assertThat(frontEnd.login(emma.username(), Person.OWN_PASSWORD).outcome())
        .isEqualTo("200 Login successful");
  }

  @Test
  @Flow("temporary-password-expired")
  void expiredTemporaryPasswordHasItsOwnCodeAndAnotherInvitationHelps(
      FrontEnd frontEnd, Administrator administrator, UserPool userPool) {
    var emma = administrator.invite("emma");
    userPool.pass(Duration.ofDays(7), "Seven days later");
    var expired = frontEnd.login(emma.username(), Person.TEMPORARY_PASSWORD);
    assertThat(expired.outcome()).isEqualTo("403 temporary_password_expired");
    assertThat(frontEnd.login(emma.username(), "Some-Other-Pass-1").outcome())
        .isEqualTo("401 not_authorized");

    administrator.inviteAgain(emma, SECOND_TEMPORARY_PASSWORD);
    var challenge = frontEnd.login(emma.username(), SECOND_TEMPORARY_PASSWORD);
    assertThat(challenge.outcome()).isEqualTo("200 NEW_PASSWORD_REQUIRED");
    assertThat(
            frontEnd
                .changePassword(emma.username(), Person.OWN_PASSWORD, challenge.session())
                .outcome())
        .isEqualTo("200 Password changed successfully");
  }

  @Test
  void anotherInvitationEndsTheFirstTemporaryPassword(
      FrontEnd frontEnd, Administrator administrator) {
    var emma = administrator.invite("emma");
    administrator.inviteAgain(emma, SECOND_TEMPORARY_PASSWORD);
    assertThat(frontEnd.login(emma.username(), Person.TEMPORARY_PASSWORD).outcome())
        .isEqualTo("401 not_authorized");
  }

  @Test
  void temporaryPasswordThatExpiredMeanwhileIsReportedAfterTheNewSignIn(
      FrontEnd frontEnd, Administrator administrator, UserPool userPool) {
    var emma = administrator.invite("emma");
    var session = frontEnd.login(emma.username(), Person.TEMPORARY_PASSWORD).session();
    userPool.pass(Duration.ofDays(7), "Seven days later");
    var refused =
        frontEnd.post(
            "/change-password",
            "username",
            emma.username(),
            "new_password",
            Person.OWN_PASSWORD,
            "session",
            session,
            "temporary_password",
            Person.TEMPORARY_PASSWORD);
    assertThat(refused.outcome()).isEqualTo("400 temporary_password_expired");
  }

  @Test
  @Flow("temporary-password-as-the-new-one")
  void temporaryPasswordIsNotTakenAsTheNewOne(
      FrontEnd frontEnd, Administrator administrator, UserPool userPool) {
    var emma = administrator.invite("emma");
    var challenge = frontEnd.login(emma.username(), Person.TEMPORARY_PASSWORD);
    var refused =
        frontEnd.post(
            "/change-password",
            "username",
            emma.username(),
            "new_password",
            Person.TEMPORARY_PASSWORD,
            "session",
            challenge.session(),
            "temporary_password",
            Person.TEMPORARY_PASSWORD);
    assertThat(refused.outcome()).isEqualTo("400 password_reused");
    assertThat(refused.text("message"))
        .isEqualTo("The new password must differ from the temporary one.");
    assertThat(
            frontEnd
                .changePassword(emma.username(), Person.OWN_PASSWORD, challenge.session())
                .outcome())
        .isEqualTo("200 Password changed successfully");
  }
}

package io.github.cognitofirstlogin.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitofirstlogin.leaks.Hostile;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Flow 2, with a required second factor: the user sets it up right after the change. */
@Deployed("mfa=required")
class RequiredSecondFactorIT {
  @Test
  @Flow("second-factor-setup")
  void authenticatorAppIsSetUpAfterTheChangeAndAskedAtTheNextLogin(
      FrontEnd frontEnd, Administrator administrator, UserPool userPool) {
    var emma = administrator.invite("emma");
    var challenge = frontEnd.login(emma.username(), Person.TEMPORARY_PASSWORD);
    var setup = frontEnd.changePassword(emma.username(), Person.OWN_PASSWORD, challenge.session());
    assertThat(setup.outcome()).isEqualTo("200 MFA_SETUP");
    assertThat(setup.text("message")).isEqualTo("Password changed successfully");
    assertThat(setup.text("otpauthUri")).contains("secret=" + setup.text("secretCode") + "&");
    var app = AuthenticatorApp.scanned(setup.text("otpauthUri"));

    assertThat(frontEnd.answer(setup, Person.WRONG_CODE).outcome()).isEqualTo("400 code_mismatch");
    var firstCode = app.code(userPool.now());
    assertThat(frontEnd.answer(setup, firstCode).outcome()).isEqualTo("200 Login successful");

    var next = frontEnd.login(emma.username(), Person.OWN_PASSWORD);
    assertThat(next.outcome()).isEqualTo("200 SOFTWARE_TOKEN_MFA");
    assertThat(frontEnd.answer(next, firstCode).outcome()).isEqualTo("400 code_expired");
    userPool.pass(Duration.ofMinutes(1), "A minute later");
    assertThat(frontEnd.answer(next, app.code(userPool.now())).outcome())
        .isEqualTo("200 Login successful");
  }

  @Test
  void abandonedSetupIsOfferedAgainAtTheNextLogin(
      FrontEnd frontEnd, Administrator administrator, UserPool userPool) {
    var emma = administrator.invite("emma");
    var challenge = frontEnd.login(emma.username(), Person.TEMPORARY_PASSWORD);
    var setup = frontEnd.changePassword(emma.username(), Person.OWN_PASSWORD, challenge.session());

    var again = frontEnd.login(emma.username(), Person.OWN_PASSWORD);
    assertThat(again.outcome()).isEqualTo("200 MFA_SETUP");
    assertThat(again.text("secretCode")).isNotEqualTo(setup.text("secretCode"));
    var app = AuthenticatorApp.scanned(again.text("otpauthUri"));
    assertThat(frontEnd.answer(again, app.code(userPool.now())).outcome())
        .isEqualTo("200 Login successful");
  }

  @Test
  void setupAnsweredTwiceIsRefusedTheSecondTime(
      FrontEnd frontEnd, Administrator administrator, UserPool userPool) {
    var emma = administrator.invite("emma");
    var challenge = frontEnd.login(emma.username(), Person.TEMPORARY_PASSWORD);
    var setup = frontEnd.changePassword(emma.username(), Person.OWN_PASSWORD, challenge.session());
    var code = AuthenticatorApp.scanned(setup.text("otpauthUri")).code(userPool.now());
    assertThat(frontEnd.answer(setup, code).outcome()).isEqualTo("200 Login successful");

    assertThat(frontEnd.answer(setup, code).outcome()).isEqualTo("400 session_used");
  }

  @Test
  @Hostile("V22")
  void malformedCodeIsRefusedWithoutACallOfCognito(
      FrontEnd frontEnd, Administrator administrator, UserPool userPool) {
    var emma = administrator.invite("emma");
    var challenge = frontEnd.login(emma.username(), Person.TEMPORARY_PASSWORD);
    var setup = frontEnd.changePassword(emma.username(), Person.OWN_PASSWORD, challenge.session());
    for (var code : new String[] {"12345", "1234567", "12345a", "١٢٣٤٥٦"}) {
      var refused =
          frontEnd.postUndocumented(
              "/challenge",
              "username",
              emma.username(),
              "challengeName",
              "MFA_SETUP",
              "session",
              setup.session(),
              "code",
              code);
      assertThat(refused.outcome()).isEqualTo("400 code_invalid");
    }
  }

  @Test
  @Hostile("R6")
  void unknownChallengeCannotBeAnswered(FrontEnd frontEnd) {
    var refused =
        frontEnd.post(
            "/challenge",
            "username",
            "emma",
            "challengeName",
            "RETINA_SCAN",
            "session",
            "x".repeat(20),
            "answer",
            "blue");
    assertThat(refused.outcome()).isEqualTo("501 challenge_unsupported");
  }
}

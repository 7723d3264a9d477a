package io.github.cognitofirstlogin.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitofirstlogin.leaks.Hostile;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Flow 6 with a client secret: each call's secret hash is for the name that the call sends. */
@Deployed({"confidentialClient=true", "mfa=required"})
class ConfidentialClientIT {
  @Test
  @Hostile("V12")
  void aliasThenRealNameCompleteTheLoginAndTheSecondFactor(
      FrontEnd frontEnd, Administrator administrator, UserPool userPool) {
    var emma = administrator.invite("emma");
    var challenge = frontEnd.login(emma.email(), Person.TEMPORARY_PASSWORD);
    assertThat(challenge.text("username")).isEqualTo(emma.username());
    var setup =
        frontEnd.changePassword(
            challenge.text("username"), Person.OWN_PASSWORD, challenge.session());
    assertThat(setup.outcome()).isEqualTo("200 MFA_SETUP");
    var app = AuthenticatorApp.scanned(setup.text("otpauthUri"));
    assertThat(frontEnd.answer(setup, app.code(userPool.now())).outcome())
        .isEqualTo("200 Login successful");

    userPool.pass(Duration.ofMinutes(1), "A minute later");
    var next = frontEnd.login(emma.email(), Person.OWN_PASSWORD);
    assertThat(frontEnd.answer(next, app.code(userPool.now())).outcome())
        .isEqualTo("200 Login successful");
  }

  @Test
  void lostSessionIsReplacedForAnAliasToo(FrontEnd frontEnd, Administrator administrator) {
    var emma = administrator.invite("emma");
    var changed =
        frontEnd.post(
            "/change-password",
            "username",
            emma.email(),
            "new_password",
            Person.OWN_PASSWORD,
            "session",
            "forgotten by a reload",
            "temporary_password",
            Person.TEMPORARY_PASSWORD);
    assertThat(changed.outcome()).isEqualTo("200 MFA_SETUP");
    assertThat(changed.text("username")).isEqualTo(emma.username());
  }

  @Test
  void forgottenPasswordIsReplacedForAnAlias(
      FrontEnd frontEnd, Administrator administrator, UserPool userPool) {
    var emma = administrator.invite("emma");
    var session = frontEnd.login(emma.username(), Person.TEMPORARY_PASSWORD).session();
    frontEnd.changePassword(emma.username(), Person.OWN_PASSWORD, session);
    frontEnd.post("/forgot-password", "username", emma.email());
    var confirmed =
        frontEnd.post(
            "/confirm-forgot-password",
            "username",
            emma.email(),
            "code",
            userPool.lastSecretSentTo(emma.username()),
            "new_password",
            Person.NEXT_PASSWORD);
    assertThat(confirmed.outcome()).isEqualTo("200 Password changed successfully");
    assertThat(frontEnd.login(emma.email(), Person.NEXT_PASSWORD).outcome())
        .isEqualTo("200 MFA_SETUP");
  }
}

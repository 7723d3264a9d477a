package io.github.cognitofirstlogin.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitofirstlogin.local.e2e.Exchange.Reply;
import org.junit.jupiter.api.Test;

/** Flow 2, with an optional second factor, in a pool that also sends codes. */
@Deployed(
    value = "mfa=optional",
    secondFactors = {"SMS_MFA", "EMAIL_OTP", "SOFTWARE_TOKEN_MFA"})
class ChosenSecondFactorIT {
  @Test
  void userWithoutASecondFactorIsAskedForNone(FrontEnd frontEnd, Administrator administrator) {
    var emma = administrator.invite("emma");
    assertThat(firstLogin(frontEnd, emma).outcome()).isEqualTo("200 Password changed successfully");
  }

  @Test
  @Flow("second-factor-choice")
  void userWithTwoFactorsChoosesOne(
      FrontEnd frontEnd, Administrator administrator, UserPool userPool) {
    var emma = administrator.invite("emma", "phone_number", "+41790000000");
    administrator.enableSecondFactor(emma, "SMSMfaSettings");
    administrator.enableSecondFactor(emma, "EmailMfaSettings");

    var choice = firstLogin(frontEnd, emma);
    assertThat(choice.outcome()).isEqualTo("200 SELECT_MFA_TYPE");
    assertThat(choice.text("message")).isEqualTo("Password changed successfully");
    assertThat(choice.body().path("challengeParameters").path("MFAS_CAN_CHOOSE").asText())
        .contains("SMS_MFA", "EMAIL_OTP");

    var sent = choose(frontEnd, choice, "EMAIL_OTP");
    assertThat(sent.outcome()).isEqualTo("200 EMAIL_OTP");
    assertThat(sent.body().at("/challengeParameters/CODE_DELIVERY_DESTINATION").asText())
        .isEqualTo("e***@e***");
    assertThat(frontEnd.answer(sent, Person.WRONG_CODE).outcome()).isEqualTo("400 code_mismatch");
    assertThat(frontEnd.answer(sent, userPool.lastSecretSentTo("emma")).outcome())
        .isEqualTo("200 Login successful");
  }

  @Test
  void codeByTextMessageCompletesTheLogin(
      FrontEnd frontEnd, Administrator administrator, UserPool userPool) {
    var emma = administrator.invite("emma", "phone_number", "+41790000000");
    administrator.enableSecondFactor(emma, "SMSMfaSettings");

    var sent = firstLogin(frontEnd, emma);
    assertThat(sent.outcome()).isEqualTo("200 SMS_MFA");
    assertThat(frontEnd.answer(sent, userPool.lastSecretSentTo("emma")).outcome())
        .isEqualTo("200 Login successful");
  }

  @Test
  void choiceThatIsNotOfferedIsRefusedAndTheSessionStays(
      FrontEnd frontEnd, Administrator administrator) {
    var emma = administrator.invite("emma", "phone_number", "+41790000000");
    administrator.enableSecondFactor(emma, "SMSMfaSettings");
    administrator.enableSecondFactor(emma, "EmailMfaSettings");
    var choice = firstLogin(frontEnd, emma);

    assertThat(choose(frontEnd, choice, "SOFTWARE_TOKEN_MFA").outcome())
        .isEqualTo("400 invalid_parameter");
    assertThat(choose(frontEnd, choice, "SMS_MFA").outcome()).isEqualTo("200 SMS_MFA");
  }

  private static Reply firstLogin(FrontEnd frontEnd, Person person) {
    var challenge = frontEnd.login(person.username(), Person.TEMPORARY_PASSWORD);
    return frontEnd.changePassword(person.username(), Person.OWN_PASSWORD, challenge.session());
  }

  private static Reply choose(FrontEnd frontEnd, Reply choice, String factor) {
    return frontEnd.post(
        "/challenge",
        "username",
        choice.text("username"),
        "challengeName",
        "SELECT_MFA_TYPE",
        "session",
        choice.session(),
        "answer",
        factor);
  }
}

package io.github.cognitofirstlogin.userpool.signin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitofirstlogin.userpool.crypto.Totp;
import io.github.cognitofirstlogin.userpool.protocol.CognitoException;
import io.github.cognitofirstlogin.userpool.protocol.Parameters;
import io.github.cognitofirstlogin.userpool.settings.MfaSettings;
import java.time.Clock;

/** The answers to SMS_MFA, EMAIL_OTP, SOFTWARE_TOKEN_MFA, SELECT_MFA_TYPE and MFA_SETUP. */
public final class SecondFactorAnswer {

  private final NextStep next;
  private final Clock clock;

  public SecondFactorAnswer(NextStep next, Clock clock) {
    this.next = next;
    this.clock = clock;
  }

  /**
   * After a wrong code the session can be used again; a right answer uses it up. The caller holds
   * the user's lock.
   */
  ObjectNode answer(Session session, Parameters responses) {
    var challenge = session.challenge();
    if (challenge instanceof Challenge.SentCode sent) {
      var right = sent.code().equals(responses.required(sent.challengeName() + "_CODE"));
      var otherwise = "Invalid code or auth state for the user.";
      return sent.byEmail()
          ? emailCode(session, right, otherwise)
          : code(session, right, otherwise);
    }
    if (challenge instanceof Challenge.SoftwareToken) {
      return softwareToken(session, responses.required("SOFTWARE_TOKEN_MFA_CODE"));
    }
    if (challenge instanceof Challenge.SelectMfaType select) {
      return selected(session, select, responses.required("ANSWER"));
    }
    if (challenge instanceof Challenge.MfaSetup setup && setup.verified()) {
      session.use();
      return next.afterSecondFactor(session.user(), session.client());
    }
    throw Sessions.invalid();
  }

  private ObjectNode softwareToken(Session session, String code) {
    var token = session.user().secondFactors().softwareToken().orElseThrow(Sessions::invalid);
    session.user().failedAttempts().admit(clock.instant());
    try {
      return code(session, token.accept(code, clock.instant()), "Invalid code received for user");
    } catch (Totp.Replayed e) {
      throw new CognitoException(
          "ExpiredCodeException", "Your software token has already been used once.");
    }
  }

  /** Wrong codes by e-mail close the session after some time, but do not lock the user out. */
  private ObjectNode emailCode(Session session, boolean right, String otherwise) {
    if (!right) {
      session.countWrongCode();
      throw new CognitoException("CodeMismatchException", otherwise);
    }
    session.use();
    return next.afterSecondFactor(session.user(), session.client());
  }

  private ObjectNode code(Session session, boolean right, String otherwise) {
    var attempts = session.user().failedAttempts();
    attempts.admit(clock.instant());
    if (!right) {
      attempts.failed(clock.instant());
      throw new CognitoException("CodeMismatchException", otherwise);
    }
    attempts.succeeded();
    session.use();
    return next.afterSecondFactor(session.user(), session.client());
  }

  private ObjectNode selected(Session session, Challenge.SelectMfaType select, String answer) {
    // Cognito's documentation of this answer still has the older name of the e-mail factor.
    var factor = answer.equals("EMAIL_MFA") ? MfaSettings.EMAIL : answer;
    if (!select.factors().contains(factor)) {
      throw CognitoException.invalidParameter("Invalid MFA type selected");
    }
    session.use();
    return next.ask(session.user(), session.client(), factor);
  }
}

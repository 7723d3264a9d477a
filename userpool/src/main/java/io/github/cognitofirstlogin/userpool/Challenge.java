package io.github.cognitofirstlogin.userpool;

import java.util.List;
import java.util.Optional;

/** What a session waits for. */
sealed interface Challenge {

  /** Cognito's {@code ChallengeName}. */
  String challengeName();

  /** A password of the user's own choice. */
  record NewPassword() implements Challenge {
    @Override
    public String challengeName() {
      return "NEW_PASSWORD_REQUIRED";
    }
  }

  /** Proof that the client knows the password, without sending it. */
  record PasswordVerifier(Srp srp) implements Challenge {
    @Override
    public String challengeName() {
      return "PASSWORD_VERIFIER";
    }
  }

  /** A code that was sent: {@code SMS_MFA} or {@code EMAIL_OTP}. */
  record SentCode(String challengeName, String code) implements Challenge {
    @Override
    public String toString() {
      return "SentCode[" + challengeName + "]";
    }
  }

  /** A code of the user's authenticator app. */
  record SoftwareToken() implements Challenge {
    @Override
    public String challengeName() {
      return MfaSettings.SOFTWARE_TOKEN;
    }
  }

  /** A choice among the user's second factors. */
  record SelectMfaType(List<String> factors) implements Challenge {
    @Override
    public String challengeName() {
      return "SELECT_MFA_TYPE";
    }
  }

  /** A first second factor: none yet, associated, or verified. */
  record MfaSetup(Optional<Totp> softwareToken, boolean verified) implements Challenge {
    @Override
    public String challengeName() {
      return "MFA_SETUP";
    }
  }
}

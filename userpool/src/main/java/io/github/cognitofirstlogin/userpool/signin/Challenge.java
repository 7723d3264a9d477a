package io.github.cognitofirstlogin.userpool.signin;

import io.github.cognitofirstlogin.userpool.crypto.Srp;
import io.github.cognitofirstlogin.userpool.crypto.Totp;
import io.github.cognitofirstlogin.userpool.settings.MfaSettings;
import java.util.List;
import java.util.Optional;

/** The challenge that a session waits for. */
public sealed interface Challenge {

  /** Cognito's {@code ChallengeName}. */
  String challengeName();

  /** After this number of wrong codes the session takes no further answer. */
  default int wrongCodes() {
    return Integer.MAX_VALUE;
  }

  /** The user must choose a new password. */
  record NewPassword() implements Challenge {
    @Override
    public String challengeName() {
      return "NEW_PASSWORD_REQUIRED";
    }
  }

  /** The client must prove that it knows the password, without sending it. */
  record PasswordVerifier(Srp srp) implements Challenge {
    @Override
    public String challengeName() {
      return "PASSWORD_VERIFIER";
    }
  }

  /** The user must enter a code that was sent: {@code SMS_MFA} or {@code EMAIL_OTP}. */
  record SentCode(String challengeName, String code) implements Challenge {
    boolean byEmail() {
      return challengeName.equals(MfaSettings.EMAIL);
    }

    @Override
    public int wrongCodes() {
      return byEmail() ? 6 : Integer.MAX_VALUE;
    }

    @Override
    public String toString() {
      return "SentCode[" + challengeName + "]";
    }
  }

  /** The user must enter a code of their authenticator app. */
  record SoftwareToken() implements Challenge {
    @Override
    public String challengeName() {
      return MfaSettings.SOFTWARE_TOKEN;
    }
  }

  /** The user must choose one of their second factors. */
  record SelectMfaType(List<String> factors) implements Challenge {
    @Override
    public String challengeName() {
      return "SELECT_MFA_TYPE";
    }
  }

  /** The user must set up a second factor: not begun, associated or verified. */
  record MfaSetup(Optional<Totp> softwareToken, boolean verified) implements Challenge {
    @Override
    public String challengeName() {
      return "MFA_SETUP";
    }

    @Override
    public int wrongCodes() {
      return 3;
    }
  }
}

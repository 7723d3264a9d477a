package io.github.cognitofirstlogin.local.userpool;

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
}

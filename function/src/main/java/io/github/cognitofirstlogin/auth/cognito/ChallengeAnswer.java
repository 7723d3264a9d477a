package io.github.cognitofirstlogin.auth.cognito;

/** The challenges that are answered with one value. Other challenges have their own methods. */
public enum ChallengeAnswer {
  SMS_MFA("SMS_MFA_CODE"),
  SMS_OTP("SMS_OTP_CODE"),
  EMAIL_OTP("EMAIL_OTP_CODE"),
  SOFTWARE_TOKEN_MFA("SOFTWARE_TOKEN_MFA_CODE"),
  SELECT_MFA_TYPE("ANSWER");

  private final String response;

  ChallengeAnswer(String response) {
    this.response = response;
  }

  /** The name of the answer among Cognito's challenge responses. */
  String response() {
    return response;
  }
}

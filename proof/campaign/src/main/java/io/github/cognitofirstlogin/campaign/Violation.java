package io.github.cognitofirstlogin.campaign;

/** Results that must not happen, whatever fault Cognito has. */
enum Violation {
  FALSE_FAILURE("changes reported as failed without outcome_unknown"),
  FALSE_SUCCESS("reported successes that did not happen in the pool"),
  CROSS_TALK("replies with another user's name, session or token"),
  LEAK("passwords, sessions or tokens in wrong places"),
  SLOW("replies after more than 10 seconds"),
  REPEATED("more calls of Cognito than allowed"),
  MALFORMED("replies that break the API description, or internal_error"),
  UNEXPECTED("wrong replies although no fault was injected"),
  WRONG_PASSWORD("users whose password differs from the reported one");

  private final String text;

  Violation(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }
}

package io.github.cognitofirstlogin.local.campaign;

/** Results that must not happen, whatever fault Cognito has. */
enum Violation {
  FALSE_FAILURE("changes reported as failed without outcome_unknown"),
  FALSE_SUCCESS("successes that the pool knows nothing of"),
  CROSS_TALK("replies with somebody else's name, session or token"),
  LEAK("passwords, sessions or tokens where none may be"),
  SLOW("replies after more than 10 seconds"),
  REPEATED("calls sent to Cognito more often than allowed"),
  MALFORMED("replies of another shape than promised, or internal_error"),
  UNEXPECTED("other answers than the right one although nothing was broken"),
  WRONG_PASSWORD("people whose password is not the one they were told");

  private final String text;

  Violation(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }
}

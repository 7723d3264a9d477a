package io.github.cognitofirstlogin.userpool.faults;

/** The point at which the connection of an answer ends. */
public enum Ending {
  KEPT("after it, if ever"),
  LATE("after it, late but in time"),
  CLOSED("after it, unannounced"),
  IN_BODY("in the body"),
  RESET_IN_BODY("in the body, by a reset"),
  IN_HEAD("after the status"),
  DRIPPING("never, one byte a second"),
  BEFORE_READ("before the request is read"),
  UNANSWERED("before the answer"),
  RESET("before the answer, by a reset"),
  NEVER("never, without an answer");

  private final String text;

  Ending(String text) {
    this.text = text;
  }

  public boolean isBeforeTheAnswer() {
    return switch (this) {
      case BEFORE_READ, UNANSWERED, RESET, NEVER -> true;
      case KEPT, LATE, CLOSED, IN_BODY, RESET_IN_BODY, IN_HEAD, DRIPPING -> false;
    };
  }

  boolean isInTheBody() {
    return this == IN_BODY || this == RESET_IN_BODY;
  }

  /** These endings are tried only with the true answer. */
  boolean isOfTheTrueAnswer() {
    return this == LATE || this == CLOSED || this == DRIPPING;
  }

  @Override
  public String toString() {
    return text;
  }
}

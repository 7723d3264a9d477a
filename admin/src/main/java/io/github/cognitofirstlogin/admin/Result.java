package io.github.cognitofirstlogin.admin;

/** The result for one user. */
record Result(String username, Outcome outcome, String detail) {

  /** The outcomes in the order of a report, with the words for a real run and for a dry run. */
  enum Outcome {
    INVITED("invited", "would be invited"),
    INVITED_AGAIN("invited again", "would be invited again"),
    EXISTS("exists already", "exists already"),
    FAILED("failed", "would fail"),
    NOT_TRIED("not tried", "not tried");

    private final String done;
    private final String planned;

    Outcome(String done, String planned) {
      this.done = done;
      this.planned = planned;
    }

    String words(Mode mode) {
      return mode.isDryRun() ? planned : done;
    }
  }

  boolean isGood() {
    return outcome != Outcome.FAILED && outcome != Outcome.NOT_TRIED;
  }

  String line(Mode mode) {
    return username + ": " + outcome.words(mode) + (detail.isEmpty() ? "" : " (" + detail + ")");
  }
}

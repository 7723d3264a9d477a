package io.github.cognitofirstlogin.admin;

/** How it ended for one user. */
record Result(String username, Outcome outcome, String detail) {

  /** In the order of a report, with the words for what is done and for what would be. */
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

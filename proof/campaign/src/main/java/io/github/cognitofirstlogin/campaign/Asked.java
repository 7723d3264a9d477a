package io.github.cognitofirstlogin.campaign;

import java.util.List;
import java.util.Optional;

/**
 * A step of one user: the request, the replies and the pool's ledger.
 *
 * @param replies two if the same request was sent twice at once
 * @param calls the calls to the pool about this user during the step
 * @param fault the fault that was injected into the next call, if any
 * @param sessions the number of challenge sessions that the request may use up: two with a
 *     temporary password
 * @param expected the codes of the replies without faults, sorted
 */
record Asked(
    Step step,
    String username,
    List<Told> replies,
    List<Call> calls,
    Optional<FaultPlan.Planned> fault,
    int sessions,
    List<String> expected) {

  /** Whether these are the right replies of a step without faults. */
  boolean asExpected() {
    return replies.stream().map(Told::code).sorted().toList().equals(expected);
  }

  /** Whether the stage refused a part of the requests, and the others had the right replies. */
  boolean asExpectedOfThoseAdmitted() {
    var admitted = replies.stream().filter(told -> !told.refusedByTheStage()).toList();
    return admitted.size() < replies.size()
        && calls.size() <= admitted.size()
        && admitted.stream().allMatch(told -> expected.contains(told.code()));
  }

  /**
   * Whether a request was lost on a connection that the pool had closed after another user's
   * answer. The function cannot know that the request never arrived, and says so.
   */
  boolean lostOnAClosedConnection() {
    long lost = (long) callsOfAGoodDay() - calls.size();
    var others =
        replies.stream().filter(told -> !told.outcomeUnknown() && !told.upstreamError()).toList();
    return replies.size() - others.size() <= lost
        && others.stream().allMatch(told -> expected.contains(told.code()));
  }

  /**
   * The codes for a refused session: of the session, of the new sign-in, and of the new session.
   */
  private int callsOfAGoodDay() {
    return sessions == 1 ? replies.size() : sessions + 1;
  }

  long sent(String operation) {
    return calls.stream().filter(call -> call.operation().equals(operation)).count();
  }

  long applied(String operation) {
    return calls.stream()
        .filter(call -> call.operation().equals(operation) && call.applied())
        .count();
  }
}

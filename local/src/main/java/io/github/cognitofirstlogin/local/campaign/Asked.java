package io.github.cognitofirstlogin.local.campaign;

import java.util.List;
import java.util.Optional;

/**
 * A step of one person, with both sides of it.
 *
 * @param replies more than one where the same request was sent twice at once
 * @param calls what the pool was asked about this person meanwhile
 * @param fault what the pool was told to do to the next call, if anything
 * @param sessions how many challenge sessions the request may use up: with a temporary password,
 *     two
 * @param expected the codes of the replies, in any order, if nothing goes wrong
 */
record Asked(
    Step step,
    String username,
    List<Told> replies,
    List<Call> calls,
    Optional<FaultPlan.Planned> fault,
    int sessions,
    List<String> expected) {

  boolean asExpected() {
    return replies.stream()
        .map(Told::code)
        .sorted()
        .toList()
        .equals(expected.stream().sorted().toList());
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

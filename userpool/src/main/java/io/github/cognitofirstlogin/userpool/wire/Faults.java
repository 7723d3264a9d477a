package io.github.cognitofirstlogin.userpool.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The faults that wait for a call of their operation, in the order in which they were added. */
public final class Faults {

  /** A fault and its name in the ledger. */
  record Named(String kind, Fault fault) {}

  private static final class Waiting {
    private final String operation;
    private final String subject;
    private final Named fault;
    private int times;

    private Waiting(String operation, String subject, Named fault, int times) {
      this.operation = operation;
      this.subject = subject;
      this.fault = fault;
      this.times = times;
    }

    private boolean isFor(String calledOperation, String calledSubject) {
      return (operation.equals("*") || operation.equals(calledOperation))
          && (subject.isEmpty() || subject.equals(calledSubject));
    }
  }

  private final JumpingClock clock;
  private final List<Waiting> waiting = new ArrayList<>();

  public Faults(JumpingClock clock) {
    this.clock = clock;
  }

  /**
   * {@code operation} is a name or {@code *}. {@code subject} is a username, a refresh token, or
   * empty for all. {@code times} is 1 if it is missing.
   */
  public synchronized void add(JsonNode json) {
    var times = json.path("times").asInt(1);
    if (times < 1) {
      throw new IllegalArgumentException("'times' must be 1 or more, got " + times);
    }
    var fault = new Named(json.path("kind").asText(), Fault.parse(json, clock));
    waiting.add(
        new Waiting(
            json.path("operation").asText("*"), json.path("subject").asText(""), fault, times));
  }

  synchronized Optional<Named> next(String operation, String subject) {
    var next = waiting.stream().filter(each -> each.isFor(operation, subject)).findFirst();
    next.ifPresent(each -> each.times--);
    waiting.removeIf(each -> each.times == 0);
    return next.map(each -> each.fault);
  }

  /** The faults that no request has met. */
  public synchronized void clear(String subject) {
    waiting.removeIf(each -> each.subject.equals(subject));
  }

  public synchronized void clear() {
    waiting.clear();
  }
}

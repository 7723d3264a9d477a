package io.github.cognitofirstlogin.campaign;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** The sums of all results of the campaign. */
final class Book {
  /** The number of examples of each violation that are printed. */
  private static final int EXAMPLES = 5;

  private final Map<String, Long> replies = new TreeMap<>();
  private final Map<String, Long> faults = new TreeMap<>();
  private final Map<Violation, Long> violations = new EnumMap<>(Violation.class);
  private final Latencies latencies = new Latencies();
  private long requests;
  private long changes;
  private long people;
  private long lost;

  void enter(Asked asked) {
    var found = Audit.of(asked);
    synchronized (this) {
      for (var told : asked.replies()) {
        requests++;
        replies.merge(
            "%-22s %d %s".formatted(asked.step().route(), told.status(), told.code()),
            1L,
            Long::sum);
        if (asked.fault().isEmpty()) {
          latencies.add(told.after());
        }
      }
      if (asked.step() == Step.CHANGE_PASSWORD) {
        changes += asked.applied(asked.step().operation());
      }
      if (asked.fault().isEmpty() && !asked.asExpected() && asked.lostOnAClosedConnection()) {
        lost++;
      }
      asked.fault().ifPresent(fault -> faults.merge(fault.name(), 1L, Long::sum));
      found.forEach(violation -> count(violation, example(asked)));
    }
  }

  /** Records whether the password that the reply names is the one that signs in. */
  synchronized void believed(boolean rightly) {
    people++;
    if (!rightly) {
      count(Violation.WRONG_PASSWORD, "");
    }
  }

  synchronized void logged(String line) {
    if (LeakWatch.finds(line)) {
      count(Violation.LEAK, "in the log");
    }
  }

  synchronized long requests() {
    return requests;
  }

  synchronized long violations() {
    return violations.values().stream().mapToLong(Long::longValue).sum();
  }

  synchronized String summary() {
    var text = new StringBuilder();
    line(text, "reply", "count");
    replies.forEach((reply, count) -> line(text, reply, count));
    text.append(System.lineSeparator());
    line(text, "fault of Cognito", "count");
    faults.forEach((fault, count) -> line(text, fault, count));
    line(text, "all", faults.values().stream().mapToLong(Long::longValue).sum());
    text.append(System.lineSeparator());
    line(text, "requests", requests);
    line(text, "passwords changed, by the ledger", changes);
    line(text, "users whose password was checked afterwards", people);
    line(text, "lost on a connection closed after another user's answer", lost);
    line(text, "time without a fault, p50 / p99 / max ms", latencies);
    text.append(System.lineSeparator());
    line(text, "must be 0", "count");
    for (var violation : Violation.values()) {
      line(text, violation.text(), violations.getOrDefault(violation, 0L));
    }
    return text.toString();
  }

  private void count(Violation violation, String example) {
    if (violations.merge(violation, 1L, Long::sum) <= EXAMPLES) {
      System.err.println(violation + " " + example);
    }
  }

  private static String example(Asked asked) {
    return "%s %s: %s, fault %s, ledger %s"
        .formatted(
            asked.username(),
            asked.step().route(),
            asked.replies(),
            asked.fault().map(FaultPlan.Planned::name).orElse("none"),
            asked.calls());
  }

  private static void line(StringBuilder text, String name, Object value) {
    text.append("  %-58s %s%n".formatted(name, value));
  }
}

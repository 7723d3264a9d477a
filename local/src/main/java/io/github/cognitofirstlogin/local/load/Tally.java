package io.github.cognitofirstlogin.local.load;

import io.github.cognitofirstlogin.local.campaign.Latencies;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What came of the requests of one phase. */
final class Tally {
  private final Set<String> expected;
  private final Map<String, Integer> outcomes = new TreeMap<>();
  private final Latencies sinceDue = new Latencies();
  private final Latencies overhead = new Latencies();
  private long errors;

  /**
   * @param expected the outcomes that are no errors here
   */
  Tally(Set<String> expected) {
    this.expected = expected;
  }

  /**
   * @param sinceDue since the request should have been sent, which is what a user feels
   * @param overhead since it was sent, without the time that the user pool took
   */
  synchronized void add(String outcome, Duration sinceDue, Duration overhead) {
    count(outcome);
    this.sinceDue.add(sinceDue);
    this.overhead.add(overhead);
  }

  /** A request that was not sent, or had no reply. */
  synchronized void count(String outcome) {
    outcomes.merge(outcome, 1, Integer::sum);
    if (!expected.contains(outcome)) {
      errors++;
    }
  }

  synchronized long replies() {
    return sinceDue.count();
  }

  synchronized long errors() {
    return errors;
  }

  synchronized String report() {
    var text = new StringBuilder();
    outcomes.forEach(
        (outcome, count) -> text.append("  %9d  %s%s%n".formatted(count, outcome, mark(outcome))));
    text.append(
        "  ms, p50 / p90 / p99 / p99.9 / longest: %s; without the pool's time: %s%n"
            .formatted(percentiles(sinceDue), percentiles(overhead)));
    return text.toString();
  }

  private String mark(String outcome) {
    return expected.contains(outcome) ? "" : "  <- an error";
  }

  private static String percentiles(Latencies times) {
    return times.percentile(0.5)
        + " / "
        + times.percentile(0.9)
        + " / "
        + times.percentile(0.99)
        + " / "
        + times.percentile(0.999)
        + " / "
        + times.longest();
  }
}

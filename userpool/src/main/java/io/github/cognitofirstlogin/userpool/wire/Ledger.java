package io.github.cognitofirstlogin.userpool.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The requests to these pools and their results. The ledger's JSON never contains a password, a
 * code, a session or a token.
 */
public final class Ledger {

  private static final int KEPT = 10_000;

  private final Clock clock;
  private final Deque<LedgerEntry> entries = new ArrayDeque<>();
  private long received;

  public Ledger(Clock clock) {
    this.clock = clock;
  }

  synchronized LedgerEntry received(String operation, String requestId, String subject) {
    var entry = new LedgerEntry(++received, clock.instant(), requestId, operation, subject);
    if (entries.size() == KEPT) {
      entries.removeFirst();
    }
    entries.addLast(entry);
    return entry;
  }

  /** The number of requests so far. */
  public synchronized long count() {
    return received;
  }

  /** The requests about this subject after the first {@code count} requests. */
  public synchronized List<LedgerEntry> since(long count, String subject) {
    var since = new ArrayList<LedgerEntry>();
    for (var latest = entries.descendingIterator(); latest.hasNext(); ) {
      var entry = latest.next();
      if (entry.number() <= count) {
        break;
      }
      if (entry.isAbout(subject)) {
        since.add(0, entry);
      }
    }
    return since;
  }

  synchronized ArrayNode json() {
    var all = JsonNodeFactory.instance.arrayNode();
    entries.forEach(entry -> all.add(entry.json()));
    return all;
  }

  public synchronized void clear() {
    entries.clear();
  }
}

package io.github.cognitofirstlogin.userpool;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * What was asked of these pools and what came of it: its JSON never holds a password, a code, a
 * session or a token.
 */
final class Ledger {

  private static final int KEPT = 10_000;

  private final Clock clock;
  private final Deque<LedgerEntry> entries = new ArrayDeque<>();
  private long received;

  Ledger(Clock clock) {
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

  /** How many requests there have been. */
  synchronized long count() {
    return received;
  }

  /** Those about this subject since there were so many. */
  synchronized List<LedgerEntry> since(long count, String subject) {
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

  synchronized void clear() {
    entries.clear();
  }
}

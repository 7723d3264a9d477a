package io.github.cognitofirstlogin.local.userpool;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What was asked of these pools and what came of it: never a password, a code, a session or a
 * token.
 */
final class Ledger {

  private static final int KEPT = 10_000;

  /** One request. */
  final class Entry {
    private final ObjectNode json;

    private Entry(ObjectNode json) {
      this.json = json;
    }

    void fault(String kind) {
      put("fault", kind);
    }

    /** The operation took effect and answered so. */
    void applied(ObjectNode answer) {
      synchronized (entries) {
        json.put("applied", true)
            .put("session", answer.has("Session"))
            .put("tokens", answer.has("AuthenticationResult"));
      }
    }

    void refused(String type) {
      put("error", type);
    }

    private void put(String name, String value) {
      synchronized (entries) {
        json.put(name, value);
      }
    }
  }

  private final Clock clock;
  private final Deque<Entry> entries = new ArrayDeque<>();

  Ledger(Clock clock) {
    this.clock = clock;
  }

  Entry received(String operation, String requestId) {
    var entry =
        new Entry(
            Json.object()
                .put("time", clock.instant().toString())
                .put("requestId", requestId)
                .put("operation", operation)
                .put("applied", false));
    synchronized (entries) {
      if (entries.size() == KEPT) {
        entries.removeFirst();
      }
      entries.addLast(entry);
    }
    return entry;
  }

  ArrayNode json() {
    var all = JsonNodeFactory.instance.arrayNode();
    synchronized (entries) {
      entries.forEach(entry -> all.add(entry.json.deepCopy()));
    }
    return all;
  }

  void clear() {
    synchronized (entries) {
      entries.clear();
    }
  }
}

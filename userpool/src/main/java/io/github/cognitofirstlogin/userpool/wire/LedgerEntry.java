package io.github.cognitofirstlogin.userpool.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitofirstlogin.userpool.protocol.Json;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One request to these pools, and its result so far. */
public final class LedgerEntry {
  private final long number;
  private final Instant time;
  private final String requestId;
  private final String operation;
  private final String subject;
  private boolean applied;
  private boolean session;
  private boolean tokens;
  private @Nullable String fault;
  private @Nullable String error;

  LedgerEntry(long number, Instant time, String requestId, String operation, String subject) {
    this.number = number;
    this.time = time;
    this.requestId = requestId;
    this.operation = operation;
    this.subject = subject;
  }

  long number() {
    return number;
  }

  boolean isAbout(String someone) {
    return subject.equals(someone);
  }

  public String operation() {
    return operation;
  }

  /** Records that the operation took effect, whatever the answer says. */
  public synchronized boolean applied() {
    return applied;
  }

  /** Records that the operation took effect and issued tokens. */
  public synchronized boolean tokens() {
    return tokens;
  }

  /** Records the fault that broke the answer. */
  public synchronized Optional<String> brokenBy() {
    return Optional.ofNullable(fault);
  }

  synchronized void fault(String kind) {
    fault = kind;
  }

  synchronized void applied(ObjectNode answer) {
    applied = true;
    session = answer.has("Session");
    tokens = answer.has("AuthenticationResult");
  }

  synchronized void refused(String type) {
    error = type;
  }

  /** Leaves out the subject, which may be a token. */
  synchronized ObjectNode json() {
    var json =
        Json.object()
            .put("time", time.toString())
            .put("requestId", requestId)
            .put("operation", operation)
            .put("applied", applied);
    if (applied) {
      json.put("session", session).put("tokens", tokens);
    }
    if (fault != null) {
      json.put("fault", fault);
    }
    if (error != null) {
      json.put("error", error);
    }
    return json;
  }
}

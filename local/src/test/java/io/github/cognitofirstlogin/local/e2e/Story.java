package io.github.cognitofirstlogin.local.e2e;

import java.util.ArrayList;
import java.util.List;

/** The events of a test, in order. */
final class Story {

  /** One event of a story. */
  sealed interface Step {}

  /** An event other than a request of the front end. */
  record Note(String text) implements Step {}

  /** A request, the calls to the user pool for it, and the reply. */
  record Request(Exchange exchange, List<PoolCall> calls) implements Step {}

  /** Concurrent requests. */
  record Together(List<Request> requests) implements Step {}

  /** A call of the function to the user pool, and its answer. */
  record PoolCall(String operation, String answer) {}

  private final List<Step> steps = new ArrayList<>();

  void note(String text) {
    steps.add(new Note(text));
  }

  void request(Exchange exchange, List<PoolCall> calls) {
    steps.add(new Request(exchange, List.copyOf(calls)));
  }

  void together(List<Request> requests) {
    steps.add(new Together(List.copyOf(requests)));
  }

  List<Step> steps() {
    return List.copyOf(steps);
  }
}

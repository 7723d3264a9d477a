package io.github.cognitofirstlogin.local.e2e;

import java.util.ArrayList;
import java.util.List;

/** What happened in a test, in order. */
final class Story {

  /** One thing that happened. */
  sealed interface Step {}

  /** Something besides the requests of the front end. */
  record Note(String text) implements Step {}

  /** A request, what the user pool was asked for it, and the reply. */
  record Request(Exchange exchange, List<PoolCall> calls) implements Step {}

  /** Requests that crossed each other. */
  record Together(List<Request> requests) implements Step {}

  /** A call of the function to the user pool: what was asked and what came back. */
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

package io.github.cognitofirstlogin.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cognitofirstlogin.local.e2e.Story.PoolCall;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** The local user pool for tests: its clock, its messages and its ledger. */
final class UserPool {
  private final Http http = new Http();
  private final String controlUrl;
  private final Story story;
  private int callsTold;
  private int messagesTold;

  UserPool(String controlUrl, Story story) {
    this.controlUrl = controlUrl;
    this.story = story;
  }

  void reset() {
    post("/reset", Http.body());
  }

  Instant now() {
    return Instant.parse(get("/clock").path("now").asText());
  }

  /** Advances the clock; {@code told} is the text in the story. */
  void pass(Duration time, String told) {
    post("/clock", Http.body("advanceSeconds", time.toSeconds()));
    story.note(told);
  }

  void goWrong(Object... fault) {
    post("/faults", Http.body(fault));
  }

  /** The code or the temporary password in the newest message to that user. */
  String lastSecretSentTo(String username) {
    var sent =
        StreamSupport.stream(get("/outbox").spliterator(), false)
            .filter(message -> message.path("username").asText().equals(username))
            .map(message -> message.path("secret").asText())
            .toList();
    assertThat(sent).as("messages to " + username).isNotEmpty();
    return sent.get(sent.size() - 1);
  }

  int messages() {
    return get("/outbox").size();
  }

  /** The number of calls of this operation that took effect and issued tokens. */
  long appliedWithTokens(String operation) {
    return StreamSupport.stream(get("/ledger").spliterator(), false)
        .filter(call -> call.path("operation").asText().equals(operation))
        .filter(call -> call.path("applied").asBoolean() && call.path("tokens").asBoolean())
        .count();
  }

  /** The number of calls of this operation. */
  long calls(String operation) {
    return StreamSupport.stream(get("/ledger").spliterator(), false)
        .filter(call -> call.path("operation").asText().equals(operation))
        .count();
  }

  List<PoolCall> callsSinceLastAsked() {
    var ledger = get("/ledger");
    List<PoolCall> calls = new ArrayList<>();
    for (; callsTold < ledger.size(); callsTold++) {
      var call = ledger.get(callsTold);
      if (!call.path("operation").asText().startsWith("Admin")) {
        calls.add(new PoolCall(call.path("operation").asText(), answer(call)));
      }
    }
    return calls;
  }

  List<String> messagesSinceLastAsked() {
    var outbox = get("/outbox");
    List<String> messages = new ArrayList<>();
    for (; messagesTold < outbox.size(); messagesTold++) {
      var message = outbox.get(messagesTold);
      var medium = message.path("medium").asText().equals("EMAIL") ? "E-mail" : "Text message";
      messages.add(medium + " to " + message.path("to").asText());
    }
    return messages;
  }

  private static String answer(JsonNode call) {
    if (call.has("error")) {
      return call.path("error").asText();
    }
    if (call.path("tokens").asBoolean()) {
      return "tokens";
    }
    return call.path("session").asBoolean() ? "session" : "done";
  }

  private JsonNode get(String path) {
    return Http.json(http.get(controlUrl + path).body());
  }

  private void post(String path, JsonNode body) {
    var reply = http.post(controlUrl + path, body, "content-type", "application/json");
    assertThat(reply.statusCode()).as(reply.body()).isEqualTo(200);
  }
}

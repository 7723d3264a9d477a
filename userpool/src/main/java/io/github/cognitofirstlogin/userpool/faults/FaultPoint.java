package io.github.cognitofirstlogin.userpool.faults;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * One fault: a point of {@link FaultSpace}.
 *
 * @param applied whether the operation takes effect
 */
public record FaultPoint(int status, Typing typing, Body body, Ending ending, boolean applied) {
  private static final int OK = 200;

  /** The JDK's HTTP client drops the bodies of these statuses. Cognito uses neither. */
  private static final Set<Integer> UNREAD = Set.of(401, 407);

  private static final Set<Integer> WITHOUT_BODY = Set.of(204, 304);

  public StatusClass statusClass() {
    return StatusClass.of(status);
  }

  /** Its value in each dimension. */
  public List<?> values() {
    return List.of(statusClass(), typing, body, ending, applied);
  }

  /** The fault's name in the summary of a campaign. */
  public String name() {
    if (ending.isBeforeTheAnswer() || ending.isOfTheTrueAnswer()) {
      return "ends " + ending + (applied ? ", took effect" : "");
    }
    return statusClass() + ", " + typing + (applied ? ", took effect" : "");
  }

  @Override
  public String toString() {
    return "%d with %s and %s, ends %s%s"
        .formatted(status, body, typing, ending, applied ? ", took effect" : "");
  }

  /** The right conclusion from this answer. */
  public Meaning meaning() {
    if (ending == Ending.NEVER || ending == Ending.DRIPPING) {
      return Meaning.LATE;
    }
    if (ending.isBeforeTheAnswer() || ending.isInTheBody() || ending == Ending.IN_HEAD) {
      return Meaning.LOST;
    }
    return switch (statusClass()) {
      case SUCCESS -> ofSuccess();
      case REFUSAL -> isReadAsTyped() ? ofRefusal() : Meaning.LOST;
      case FAULT ->
          isReadAsTyped() && typing.isThrottling() ? Meaning.THROTTLED_BY_A_FAULT : Meaning.LOST;
      case INFORMATION, OTHER_SUCCESS, REDIRECTION -> Meaning.LOST;
    };
  }

  private Meaning ofSuccess() {
    if (body.isTrue()) {
      return Meaning.ARRIVES;
    }
    return body == Body.OBJECT && typing == Typing.NONE ? Meaning.SAYS_NOTHING : Meaning.LOST;
  }

  private Meaning ofRefusal() {
    return switch (typing) {
      case NONE, FOREIGN, TIMED_OUT -> Meaning.LOST;
      case REFUSED, REFUSED_WITH_NAMESPACE, REFUSED_WITH_ADDRESS, REFUSED_IN_HEADER ->
          Meaning.REFUSED;
      case THROTTLED -> Meaning.THROTTLED;
      case THROTTLED_ONCE -> Meaning.THROTTLED_ONCE;
      case THROTTLED_FOR_LONG -> Meaning.THROTTLED_FOR_LONG;
    };
  }

  /** A type counts in a JSON object only. */
  private boolean isReadAsTyped() {
    return typing != Typing.NONE
        && !UNREAD.contains(status)
        && (body == Body.OBJECT || body == Body.MESSAGE);
  }

  /**
   * Whether a local user pool can make this fault, a caller can notice it, and no other point is
   * the same fault.
   */
  boolean isInTheSpace() {
    return isDistinct() && canBeSent() && !isALieOfCognitos();
  }

  /** Without an answer, or with a true one, the other dimensions make no difference. */
  private boolean isDistinct() {
    if (ending.isBeforeTheAnswer()) {
      return status == OK && typing == Typing.NONE && body == Body.EMPTY;
    }
    if (ending.isOfTheTrueAnswer()) {
      return status == OK && typing == Typing.NONE && body == Body.TRUE;
    }
    boolean isNoFault = status == OK && body == Body.TRUE && ending == Ending.KEPT;
    return !isNoFault && (!body.isTrue() || body == Body.TRUE || ending == Ending.KEPT);
  }

  private boolean canBeSent() {
    boolean hasBody = statusClass() != StatusClass.INFORMATION && !WITHOUT_BODY.contains(status);
    if (ending == Ending.BEFORE_READ && applied) {
      return false;
    }
    if ((body == Body.TRUE_COMPRESSED || body == Body.TRUE_WITH_MORE) && status != OK) {
      return false;
    }
    // A type in the body needs a body that is an object.
    boolean typeFits = typing.inBody().isEmpty() || body == Body.OBJECT || body == Body.MESSAGE;
    boolean cutFits = !ending.isInTheBody() || (hasBody && body != Body.EMPTY);
    return typeFits && cutFits;
  }

  /** Faults that no caller could notice and that Cognito does not have. */
  private boolean isALieOfCognitos() {
    if (body.isTrue()) {
      // The normal answer of an operation that took effect, without an error.
      return !applied || typing != Typing.NONE;
    }
    return switch (meaning()) {
      // A success for an operation that did not take place.
      case SAYS_NOTHING -> !applied;
      // A refusal for an operation that took place.
      case REFUSED, THROTTLED, THROTTLED_ONCE, THROTTLED_FOR_LONG -> applied;
      case ARRIVES, LOST, LATE, THROTTLED_BY_A_FAULT -> false;
    };
  }

  /** The fault as JSON for the control endpoint of the local user pool. */
  public ObjectNode json() {
    var json = JsonNodeFactory.instance.objectNode();
    switch (ending) {
      case LATE -> json.put("kind", "delay").put("millis", 400);
      case CLOSED -> json.put("kind", "close");
      case DRIPPING -> json.put("kind", "drip").put("millisPerByte", 1_000);
      case BEFORE_READ -> json.put("kind", "drop").put("when", "before-read");
      case UNANSWERED ->
          json.put("kind", "drop").put("when", applied ? "after-apply" : "after-read");
      case RESET -> json.put("kind", "reset").put("applied", applied);
      case NEVER -> json.put("kind", "hang").put("applied", applied);
      case KEPT, IN_BODY, RESET_IN_BODY, IN_HEAD -> answer(json);
    }
    return json.put("times", meaning() == Meaning.THROTTLED ? 2 : 1);
  }

  private void answer(ObjectNode json) {
    if (body == Body.TRUE_COMPRESSED) {
      json.put("kind", "gzip");
      return;
    }
    if (body == Body.TRUE_WITH_MORE) {
      json.put("kind", "merge").putObject("members").putObject("Invented").putArray("a").add(1);
      return;
    }
    json.put("kind", "body").put("status", status).put("applied", applied);
    json.put("end", ending.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    var headers = json.putObject("headers");
    typing.inHeader().ifPresent(type -> headers.put("x-amzn-ErrorType", type));
    if (typing == Typing.THROTTLED_FOR_LONG) {
      headers.put("Retry-After", "120");
    }
    if (statusClass() == StatusClass.REDIRECTION) {
      headers.put("Location", "http://127.0.0.1:9/");
    }
    switch (body) {
      case TRUE, TRUE_COMPRESSED, TRUE_WITH_MORE -> json.put("true", true);
      case OBJECT -> json(headers, json, object().toString());
      case MESSAGE -> json(headers, json, object().put("message", "Not allowed").toString());
      case ARRAY -> json(headers, json, "[7]");
      case PAGE -> {
        headers.put("Content-Type", "text/html");
        json.put("body", "<html>proxy-7.internal.example</html>");
      }
      case GARBAGE -> json.put("body", "\u0001\u0002\u0003");
      case EMPTY -> {}
    }
  }

  private ObjectNode object() {
    var object = JsonNodeFactory.instance.objectNode();
    typing.inBody().ifPresent(type -> object.put("__type", type));
    return object;
  }

  private static void json(ObjectNode headers, ObjectNode json, String body) {
    headers.put("Content-Type", "application/x-amz-json-1.1");
    json.put("body", body);
  }
}

package io.github.cognitofirstlogin.local.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A fault of the local user pool's, and what it does to the answer. */
record TransportFault(String description, Effect effect, JsonNode json) {
  enum Effect {
    /** It arrives, whatever it looks like. */
    NONE,
    /** It never takes place; the second try gets the true one. */
    THROTTLED_ONCE,
    THROTTLED,
    /** Nobody knows what it was. */
    LOST,
    /** It is not there in time. */
    LATE,
    /** Its end is. */
    CUT_OFF,
    /** It is somebody else's: whoever is in the way did not pass the request on. */
    REDIRECTED;

    int posts() {
      return this == THROTTLED || this == THROTTLED_ONCE ? 2 : 1;
    }
  }

  static final List<TransportFault> ALL =
      List.of(
          fault("dropped before it is read", Effect.LOST, "'drop','when':'before-read'"),
          fault("dropped after it is read", Effect.LOST, "'drop','when':'after-read'"),
          fault("dropped after it took effect", Effect.LOST, "'drop','when':'after-apply'"),
          fault("reset", Effect.LOST, "'reset'"),
          fault("reset after it took effect", Effect.LOST, "'reset','applied':true"),
          fault("500", Effect.LOST, "'error'"),
          fault("500 after it took effect", Effect.LOST, "'error','applied':true"),
          fault("503 without a body", Effect.LOST, "'body','status':503"),
          fault("502 of a proxy", Effect.LOST, "'body','status':502,'body':'<html>proxy-7</html>'"),
          fault("200 of a proxy", Effect.LOST, "'body','body':'<html>proxy-7</html>'"),
          fault(
              "garbage after it took effect",
              Effect.LOST,
              "'body','applied':true,'body':'\\u0001\\u0002\\u0003'"),
          fault("truncated", Effect.CUT_OFF, "'truncate'"),
          fault("200 that says nothing", Effect.LOST, "'body','body':'{}'"),
          fault("200 without a body", Effect.LOST, "'body'"),
          fault("302", Effect.REDIRECTED, "'body','status':302,'headers':{'Location':'http://x/'}"),
          fault("no answer", Effect.LATE, "'hang'"),
          fault("no answer, took effect", Effect.LATE, "'hang','applied':true"),
          fault("in drops", Effect.LATE, "'drip','millisPerByte':1000"),
          fault("late but in time", Effect.NONE, "'delay','millis':100"),
          fault("compressed", Effect.NONE, "'gzip'"),
          fault("closed unannounced", Effect.NONE, "'close'"),
          fault("unknown members", Effect.NONE, "'merge','members':{'Invented':{'a':[1]}}"),
          fault(
              "throttled", Effect.THROTTLED, "'error','type':'TooManyRequestsException','times':2"),
          fault(
              "throttled once",
              Effect.THROTTLED_ONCE,
              "'error','type':'TooManyRequestsException'"));

  JsonNode on(String operation, String subject) {
    ObjectNode fault = json.deepCopy();
    return fault.put("operation", operation).put("subject", subject);
  }

  private static TransportFault fault(String description, Effect effect, String kind) {
    return new TransportFault(
        description, effect, Http.json("{'kind':%s}".formatted(kind).replace('\'', '"')));
  }
}

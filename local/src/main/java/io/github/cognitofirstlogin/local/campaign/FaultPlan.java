package io.github.cognitofirstlogin.local.campaign;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Which calls of Cognito go wrong, and how: decided by a person's dice alone. */
final class FaultPlan {

  /** A fault by the name it has in the summary. */
  record Planned(String name, JsonNode json) {
    /** Cognito refused before it looked, so that the same call may be sent once more. */
    boolean mayBeRepeated() {
      return name.startsWith("throttled");
    }

    JsonNode on(String operation, String subject) {
      ObjectNode fault = json.deepCopy();
      return fault.put("operation", operation).put("subject", subject);
    }
  }

  private record Weighted(int weight, Planned fault) {}

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Every kind there is. Those that nobody answers cost the caller nine seconds and are rare. */
  private static final List<Weighted> KINDS =
      List.of(
          fault(10, "drop before it is read", "{'kind':'drop','when':'before-read'}"),
          fault(10, "drop after it is read", "{'kind':'drop','when':'after-read'}"),
          fault(15, "drop after it took effect", "{'kind':'drop','when':'after-apply'}"),
          fault(8, "reset", "{'kind':'reset'}"),
          fault(12, "reset after it took effect", "{'kind':'reset','applied':true}"),
          fault(10, "InternalErrorException", "{'kind':'error'}"),
          fault(10, "InternalErrorException, took effect", "{'kind':'error','applied':true}"),
          fault(
              10,
              "throttled once",
              "{'kind':'error','type':'TooManyRequestsException','message':'Rate exceeded'}"),
          fault(
              10,
              "throttled twice",
              "{'kind':'error','type':'TooManyRequestsException','message':'Rate exceeded','times':2}"),
          fault(
              5,
              "UnexpectedLambdaException",
              "{'kind':'error','type':'UnexpectedLambdaException','message':'it failed'}"),
          fault(
              8,
              "502 of a proxy",
              "{'kind':'body','status':502,'headers':{'Content-Type':'text/html'},'body':'<html>proxy-7.internal.example</html>'}"),
          fault(
              8,
              "200 of a proxy, took effect",
              "{'kind':'body','applied':true,'headers':{'Content-Type':'text/html'},'body':'<html>proxy-7.internal.example</html>'}"),
          fault(8, "empty answer, took effect", "{'kind':'body','applied':true}"),
          fault(
              8,
              "answer that says nothing, took effect",
              "{'kind':'body','applied':true,'headers':{'Content-Type':'application/x-amz-json-1.1'},'body':'{}'}"),
          fault(
              5,
              "redirect",
              "{'kind':'body','status':302,'headers':{'Location':'http://127.0.0.1:9/'}}"),
          fault(12, "cut off", "{'kind':'truncate'}"),
          fault(8, "late", "{'kind':'delay','millis':400}"),
          fault(8, "in drops", "{'kind':'drip','millisPerByte':0}"),
          fault(8, "compressed", "{'kind':'gzip'}"),
          fault(8, "connection closed unannounced", "{'kind':'close'}"),
          fault(8, "unknown members", "{'kind':'merge','members':{'Invented':{'a':[1]}}}"),
          fault(1, "clock jump", "{'kind':'clock','seconds':1}"),
          fault(1, "no answer", "{'kind':'hang'}"),
          fault(1, "no answer, took effect", "{'kind':'hang','applied':true}"),
          fault(1, "in drops, for ever", "{'kind':'drip','millisPerByte':1000}"));

  private static final int WEIGHTS = KINDS.stream().mapToInt(Weighted::weight).sum();

  private final double share;

  /**
   * @param percent of the calls that go wrong
   */
  FaultPlan(int percent) {
    this.share = percent / 100.0;
  }

  /** Takes two numbers from the dice whether or not something goes wrong. */
  Optional<Planned> next(RandomGenerator dice) {
    var goesWrong = dice.nextDouble() < share;
    var left = dice.nextInt(WEIGHTS);
    for (var kind : KINDS) {
      left -= kind.weight;
      if (left < 0) {
        return goesWrong ? Optional.of(kind.fault) : Optional.empty();
      }
    }
    throw new IllegalStateException("the weights add up");
  }

  private static Weighted fault(int weight, String name, String json) {
    try {
      return new Weighted(weight, new Planned(name, JSON.readTree(json.replace('\'', '"'))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package io.github.cognitofirstlogin.campaign;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitofirstlogin.userpool.faults.Ending;
import io.github.cognitofirstlogin.userpool.faults.FaultPoint;
import io.github.cognitofirstlogin.userpool.faults.FaultSpace;
import io.github.cognitofirstlogin.userpool.faults.Meaning;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Decides which calls of Cognito fail, and how. The decision depends only on the user's own random
 * numbers.
 */
final class FaultPlan {

  /**
   * A fault by the name it has in the summary.
   *
   * @param mayBeRepeated Cognito refused before it looked, so the same call may be sent once more
   */
  record Planned(String name, boolean mayBeRepeated, JsonNode json) {
    private static Planned of(FaultPoint point) {
      var again = point.meaning() == Meaning.THROTTLED || point.meaning() == Meaning.THROTTLED_ONCE;
      return new Planned(point.name(), again, point.json());
    }

    JsonNode on(String operation, String subject) {
      ObjectNode fault = json.deepCopy();
      return fault.put("operation", operation).put("subject", subject);
    }
  }

  /** Points with a common name, and their frequency. */
  private record Group(int weight, List<Planned> faults) {
    private static Group of(List<FaultPoint> points) {
      return new Group(weight(points.get(0)), points.stream().map(Planned::of).toList());
    }

    private String name() {
      return faults.get(0).name();
    }

    /** Calls without an answer take nine seconds, so they are rare. */
    private static int weight(FaultPoint point) {
      if (point.meaning() == Meaning.LATE) {
        return 1;
      }
      return point.ending().isBeforeTheAnswer() ? 10 : point.ending() == Ending.KEPT ? 4 : 3;
    }
  }

  /** The whole space, and one more fault: the true answer after the clock has jumped. */
  private static final List<Group> GROUPS =
      Stream.concat(
              FaultSpace.ALL.stream()
                  .collect(
                      Collectors.groupingBy(FaultPoint::name, TreeMap::new, Collectors.toList()))
                  .values()
                  .stream()
                  .map(Group::of),
              Stream.of(
                  new Group(
                      1,
                      List.of(
                          new Planned(
                              "clock jump",
                              false,
                              JsonNodeFactory.instance
                                  .objectNode()
                                  .put("kind", "clock")
                                  .put("seconds", 1))))))
          .toList();

  private final double share;
  private final List<Group> groups;

  /**
   * @param percent the share of calls that fail
   */
  FaultPlan(int percent) {
    this(percent, GROUPS);
  }

  /**
   * @param only the name of the only fault to inject
   */
  FaultPlan(int percent, String only) {
    this(percent, GROUPS.stream().filter(group -> group.name().equals(only)).toList());
  }

  private FaultPlan(int percent, List<Group> groups) {
    this.share = percent / 100.0;
    this.groups = groups;
  }

  /** Each name of a fault, in the order of the summary. */
  static List<String> names() {
    return GROUPS.stream().map(Group::name).sorted().toList();
  }

  /** Takes two random numbers, even if the call does not fail. */
  Optional<Planned> next(RandomGenerator dice) {
    var goesWrong = dice.nextDouble() < share;
    var choice = new SplittableRandom(dice.nextLong());
    return goesWrong ? Optional.of(chosen(choice)) : Optional.empty();
  }

  private Planned chosen(RandomGenerator choice) {
    var left = choice.nextInt(groups.stream().mapToInt(Group::weight).sum());
    for (var group : groups) {
      left -= group.weight;
      if (left < 0) {
        return group.faults.get(choice.nextInt(group.faults.size()));
      }
    }
    throw new IllegalStateException("the weights add up");
  }
}

package io.github.cognitofirstlogin.userpool.faults;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The one home of the faults: the product of status, error type, body, end of the connection and
 * whether the operation took effect. The campaign draws from all of it; the transport matrix tries
 * a part with every pair of values, in every operation. The sixth dimension, TLS, is not here,
 * because the local user pool speaks plain HTTP: TlsTest of the function has it.
 */
public final class FaultSpace {
  /** Each point once, in the order of the dimensions. */
  public static final List<FaultPoint> ALL = product();

  private FaultSpace() {}

  /**
   * Few points in which each two values stand together that do so anywhere in the space.
   *
   * @param seed another one gives another selection
   */
  public static List<FaultPoint> pairs(long seed) {
    var shuffled = new ArrayList<>(ALL);
    Collections.shuffle(shuffled, new Random(seed));
    var seen = new HashSet<Set<Object>>();
    return shuffled.stream().filter(point -> seen.addAll(pairsOf(point))).toList();
  }

  static Set<Set<Object>> pairsOf(FaultPoint point) {
    var values =
        List.<Object>of(
            point.statusClass(), point.typing(), point.body(), point.ending(), point.applied());
    var pairs = new HashSet<Set<Object>>();
    for (var one : values) {
      for (var other : values) {
        if (one != other) {
          pairs.add(Set.of(one, other));
        }
      }
    }
    return pairs;
  }

  private static List<FaultPoint> product() {
    return statuses()
        .flatMap(
            status ->
                Arrays.stream(Typing.values())
                    .flatMap(
                        typing ->
                            Arrays.stream(Body.values()).flatMap(body -> of(status, typing, body))))
        .filter(FaultPoint::isInTheSpace)
        .toList();
  }

  private static Stream<FaultPoint> of(int status, Typing typing, Body body) {
    return Arrays.stream(Ending.values())
        .flatMap(
            ending ->
                Stream.of(true, false)
                    .map(applied -> new FaultPoint(status, typing, body, ending, applied)));
  }

  private static Stream<Integer> statuses() {
    return Arrays.stream(StatusClass.values()).flatMap(each -> each.statuses().stream());
  }
}

package io.github.cognitofirstlogin.userpool.faults;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The only place that defines the faults: the product of status, error type, body, end of the
 * connection and effect of the operation. The campaign draws from all of it. The transport matrix
 * tries a part with every pair of values in every operation, or a sample of that part. TLS is a
 * sixth dimension; because the local user pool speaks plain HTTP, the function's TlsTest covers it.
 */
public final class FaultSpace {
  /** Each point once, in the order of the dimensions. */
  public static final List<FaultPoint> ALL = product();

  private FaultSpace() {}

  /**
   * A small set of points with every pair of values that some point of the space has.
   *
   * @param seed another seed gives another selection
   */
  public static List<FaultPoint> pairs(long seed) {
    return pairs(ALL, FaultPoint::values, seed);
  }

  /**
   * Few of these items, which have together each pair of values that some item has.
   *
   * @param seed another seed gives another selection
   */
  public static <T> List<T> pairs(List<T> items, Function<T, List<?>> values, long seed) {
    var shuffled = new ArrayList<>(items);
    Collections.shuffle(shuffled, new Random(seed));
    var seen = new HashSet<Set<?>>();
    return shuffled.stream().filter(item -> seen.addAll(pairsOf(values.apply(item)))).toList();
  }

  /** Each two of these values. */
  public static Set<Set<?>> pairsOf(List<?> values) {
    var pairs = new HashSet<Set<?>>();
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

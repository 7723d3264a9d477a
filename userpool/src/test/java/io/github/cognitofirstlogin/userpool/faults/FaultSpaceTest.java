package io.github.cognitofirstlogin.userpool.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FaultSpaceTest {
  @Test
  void everyValueOfEachDimensionComesUp() {
    var values = new HashSet<Object>();
    FaultSpace.ALL.forEach(
        point ->
            values.addAll(
                List.of(
                    point.statusClass(),
                    point.typing(),
                    point.body(),
                    point.ending(),
                    point.meaning())));

    assertThat(values)
        .containsAll(Arrays.asList(StatusClass.values()))
        .containsAll(Arrays.asList(Typing.values()))
        .containsAll(Arrays.asList(Body.values()))
        .containsAll(Arrays.asList(Ending.values()))
        .containsAll(Arrays.asList(Meaning.values()));
  }

  @Test
  void noPointStandsInItTwice() {
    assertThat(FaultSpace.ALL).doesNotHaveDuplicates().hasSizeGreaterThan(5_000);
  }

  /**
   * A fault that the campaign of a million requests did not have: a 4xx without a type for a change
   * that took effect.
   */
  @ParameterizedTest
  @EnumSource(names = {"INFORMATION", "OTHER_SUCCESS", "REDIRECTION", "REFUSAL", "FAULT"})
  void untypedAnswerOfEveryStatusMayHideAChange(StatusClass statusClass) {
    assertThat(statusClass.statuses())
        .allSatisfy(
            status ->
                assertThat(FaultSpace.ALL)
                    .anyMatch(
                        point ->
                            point.status() == status
                                && point.typing() == Typing.NONE
                                && point.ending() == Ending.KEPT
                                && point.applied()
                                && point.meaning() == Meaning.LOST));
  }

  @Test
  void refusalThatIsReadNeverTookEffect() {
    assertThat(FaultSpace.ALL)
        .filteredOn(
            point ->
                Set.of(Meaning.REFUSED, Meaning.THROTTLED, Meaning.THROTTLED_FOR_LONG)
                    .contains(point.meaning()))
        .isNotEmpty()
        .noneMatch(FaultPoint::applied);
  }

  @Test
  void selectionHasEveryPairOfValuesThatTheSpaceHas() {
    var selected = FaultSpace.pairs(1);

    assertThat(pairs(selected.stream())).isEqualTo(pairs(FaultSpace.ALL.stream()));
    assertThat(selected).hasSizeLessThan(200);
  }

  private static Set<Set<?>> pairs(Stream<FaultPoint> points) {
    var pairs = new HashSet<Set<?>>();
    points.forEach(point -> pairs.addAll(FaultSpace.pairsOf(point.values())));
    return pairs;
  }
}

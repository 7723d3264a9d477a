package io.github.cognitofirstlogin.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FaultPlanTest {
  @Test
  void seedAloneDecidesWhichFaultsAPersonMeets() {
    assertThat(faults(20, 7)).isEqualTo(faults(20, 7)).isNotEqualTo(faults(20, 8));
  }

  @Test
  void percentageIsThatOfTheCallsThatGoWrong() {
    assertThat(faults(0, 1)).isEmpty();
    assertThat(faults(100, 1)).hasSize(2_000);
    assertThat(faults(20, 1).size()).isBetween(350, 450);
  }

  @Test
  void everyKindOfFaultComesUp() {
    var kinds = new TreeSet<String>();
    faults(100, 1, 20_000).forEach(fault -> kinds.add(fault.json().path("kind").asText()));

    assertThat(kinds)
        .containsExactly(
            "body", "clock", "close", "delay", "drip", "drop", "gzip", "hang", "merge", "reset");
  }

  @Test
  void everyEndOfAnAnswerComesUp() {
    var ends = new TreeSet<String>();
    faults(100, 1, 20_000).forEach(fault -> ends.add(fault.json().path("end").asText()));

    assertThat(ends).contains("kept", "in-head", "in-body", "reset-in-body");
  }

  @Test
  void oneFaultAloneHappensWhenItIsChosen() {
    for (var name : FaultPlan.names()) {
      var plan = new FaultPlan(100, name);
      var dice = new SplittableRandom(1);

      assertThat(plan.next(dice).map(FaultPlan.Planned::name)).contains(name);
      assertThat(plan.next(dice).map(FaultPlan.Planned::name)).contains(name);
    }
  }

  private static List<FaultPlan.Planned> faults(int percent, long seed) {
    return faults(percent, seed, 2_000);
  }

  private static List<FaultPlan.Planned> faults(int percent, long seed, int calls) {
    var dice = new SplittableRandom(seed);
    var plan = new FaultPlan(percent);
    return IntStream.range(0, calls)
        .mapToObj(each -> plan.next(dice))
        .flatMap(Optional::stream)
        .toList();
  }
}

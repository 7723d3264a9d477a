package io.github.cognitofirstlogin.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeapTest {
  private final Heap heap = new Heap();

  @Test
  void heapHasGrownWhenItEndsMoreThanATwentiethAboveItsFirstReading() {
    heap.read(40_000_000);
    heap.read(42_000_000);
    assertThat(heap.hasGrown(Heap.FEWEST_REQUESTS)).isFalse();

    heap.read(42_000_001);
    assertThat(heap.hasGrown(Heap.FEWEST_REQUESTS)).isTrue();
    assertThat(heap).hasToString("40.0 / 42.0");
  }

  @Test
  void shortRunIsNotJudged() {
    heap.read(40_000_000);
    heap.read(80_000_000);

    assertThat(heap.hasGrown(Heap.FEWEST_REQUESTS - 1)).isFalse();
  }

  @Test
  void keptMemoryIsInTheReading() {
    heap.read();
    var kept = new byte[64_000_000];
    heap.read();

    assertThat(heap.hasGrown(Heap.FEWEST_REQUESTS)).isTrue();
    assertThat(kept).hasSize(64_000_000);
  }
}

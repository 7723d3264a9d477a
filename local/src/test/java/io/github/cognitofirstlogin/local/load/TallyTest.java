package io.github.cognitofirstlogin.local.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What counts as an error under load, and what is said of the times. */
class TallyTest {
  private final Tally tally = new Tally(Set.of("login: 200 ok"));

  @Test
  void outcomeThatIsNotExpectedIsAnError() {
    tally.add("login: 200 ok", Duration.ofMillis(30), Duration.ofMillis(2));
    tally.add("login: 502 upstream_error", Duration.ofMillis(30), Duration.ofMillis(2));
    tally.count("login: no reply");

    assertThat(tally.errors()).isEqualTo(2);
    assertThat(tally.replies()).isEqualTo(2);
    assertThat(tally.report())
        .containsPattern("1  login: 200 ok\\R")
        .contains("1  login: 502 upstream_error  <- an error")
        .contains("1  login: no reply  <- an error");
  }

  @Test
  void timeOfTheUserPoolIsNotTheStacks() {
    tally.add("login: 200 ok", Duration.ofMillis(30), Duration.ofMillis(2));

    assertThat(tally.report()).contains(": 30.0 / 30.0 / 30.0", "without the pool's time: 2.0 / ");
  }
}

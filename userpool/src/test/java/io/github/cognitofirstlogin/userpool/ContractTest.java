package io.github.cognitofirstlogin.userpool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The rows of docs/generated/contract.md against the local user pool. Another target has a list of
 * known gaps: a row on it must fail, so that the list stays true.
 */
class ContractTest {

  private static ContractRun run;

  @BeforeAll
  static void open() {
    run = new ContractRun(ContractTargets.chosen());
  }

  @AfterAll
  static void close() {
    run.target().close();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void row(ContractRow row) {
    if (run.target().knownGaps().contains(row.number())) {
      var failure = catchThrowable(() -> row.check().accept(run));
      assertThat(failure).as("a gap that has closed: take row %s off the list", row).isNotNull();
    } else {
      row.check().accept(run);
    }
  }

  @Test
  void everyRowOfTheTableIsHere() {
    assertThat(rows().map(ContractRow::number)).doesNotHaveDuplicates();
    assertThat(rows().map(ContractRow::whole).distinct())
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 50).boxed().toList());
  }

  static Stream<ContractRow> rows() {
    return Stream.of(
            SignInRows.rows(),
            ChallengeRows.rows(),
            TokenRows.rows(),
            MfaRows.rows(),
            AccountRows.rows())
        .flatMap(List::stream)
        .sorted(ContractRow.BY_NUMBER);
  }
}

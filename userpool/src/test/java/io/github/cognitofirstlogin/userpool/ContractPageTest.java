package io.github.cognitofirstlogin.userpool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/generated/contract.md} lists the rows of the contract with their witnesses. With
 * {@code -Dcatalogue.update=true} this test writes the page.
 */
class ContractPageTest {
  private static final Path PAGE = Path.of("docs", "generated", "contract.md");

  /** How many rows are open. The number may only fall: lower it when a witness is found. */
  private static final int OPEN_ROWS = 34;

  private final List<ContractRow> rows = ContractTest.rows().toList();

  @Test
  void pageIsCurrent() throws IOException {
    var page = ContractPage.of(rows);
    if (Boolean.getBoolean("catalogue.update")) {
      Files.writeString(PAGE, page);
    }

    assertThat(Files.readString(PAGE))
        .as("run this test with -Dcatalogue.update=true to write the page")
        .isEqualTo(page);
  }

  @Test
  void everyRowHasAWitnessOrAnOpenQuestion() {
    assertThat(rows.stream().filter(row -> row.witnesses().isEmpty())).isEmpty();
  }

  @Test
  void numberOfOpenRowsDoesNotRise() {
    assertThat(rows.stream().filter(ContractRow::isOpen).count())
        .as("open rows; if the number has fallen, lower OPEN_ROWS")
        .isEqualTo(OPEN_ROWS);
  }
}

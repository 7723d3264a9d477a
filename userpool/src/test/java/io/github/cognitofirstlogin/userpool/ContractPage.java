package io.github.cognitofirstlogin.userpool;

import java.util.List;
import java.util.stream.Collectors;

/** The rows of the contract as the page that people read. */
final class ContractPage {

  private static final String INTRODUCTION =
      """
      # The contract of the local user pool

      Each row is a situation that `ContractTest` checks on the local user pool. A row is `same as AWS` where AWS was seen to answer
      so, `differs` where AWS is known to answer otherwise, and `open` where a question is left. The last column names the witnesses
      and the questions. This page is generated from the rows: see `ContractPageTest`.

      %d rows: %d same as AWS, %d differ, %d open.

      | row | situation | the local user pool | witness |
      |---|---|---|---|
      """;

  private ContractPage() {}

  static String of(List<ContractRow> rows) {
    var open = rows.stream().filter(ContractRow::isOpen).count();
    var differ = rows.stream().filter(row -> status(row).equals("differs")).count();
    return INTRODUCTION.formatted(rows.size(), rows.size() - open - differ, differ, open)
        + rows.stream().map(ContractPage::line).collect(Collectors.joining());
  }

  private static String line(ContractRow row) {
    var witnesses = row.witnesses().stream().map(Witness::text).collect(Collectors.joining("<br>"));
    return "| %s | %s | %s | %s |\n"
        .formatted(row.number(), row.situation(), status(row), witnesses.replace("|", "\\|"));
  }

  private static String status(ContractRow row) {
    if (row.isOpen()) {
      return "open";
    }
    return row.differs() ? "differs" : "same as AWS";
  }
}

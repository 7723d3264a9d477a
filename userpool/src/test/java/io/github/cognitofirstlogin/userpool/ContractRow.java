package io.github.cognitofirstlogin.userpool;

import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/**
 * One situation of the contract, the check of what Cognito does in it, and the witnesses of that.
 *
 * @param number a number, with a letter where a row was split: {@code 9b}
 */
record ContractRow(
    String number, String situation, Consumer<ContractRun> check, List<Witness> witnesses) {

  static final Comparator<ContractRow> BY_NUMBER =
      Comparator.comparingInt(ContractRow::whole).thenComparing(ContractRow::number);

  static ContractRow row(
      String number, String situation, Consumer<ContractRun> check, Witness... witnesses) {
    return new ContractRow(number, situation, check, List.of(witnesses));
  }

  /** The number without its letter. */
  int whole() {
    return Integer.parseInt(number.replaceAll("[a-z]$", ""));
  }

  boolean isOpen() {
    return witnesses.stream().anyMatch(Witness.Open.class::isInstance);
  }

  boolean differs() {
    return witnesses.stream().anyMatch(Witness.Differs.class::isInstance);
  }

  @Override
  public String toString() {
    return number + " " + situation;
  }
}

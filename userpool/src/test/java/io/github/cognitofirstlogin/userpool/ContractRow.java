package io.github.cognitofirstlogin.userpool;

import java.util.function.Consumer;

/** One situation of the table in docs/user-pool.md, and Cognito's behavior in it. */
record ContractRow(int number, String situation, Consumer<ContractRun> check) {

  @Override
  public String toString() {
    return number + " " + situation;
  }
}

package io.github.cognitofirstlogin.protections;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A protection of the documents, and every source line that implements it. */
record Protection(String name, List<Switch> switches) {
  static final String HEADER = "| protection | tests that fail without it |\n|---|---|";

  Protection {
    switches = List.copyOf(switches);
  }

  Stream<TestName> tests() {
    return switches.stream().flatMap(each -> each.tests().stream()).distinct();
  }

  /** The protection's row in docs/reliability.md. */
  String row() {
    return "| %s | %s |"
        .formatted(name, tests().map(test -> "`" + test + "`").collect(Collectors.joining(", ")));
  }
}

package io.github.cognitofirstlogin.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** The place of the browser for the tests. */
final class Chromium {

  private static final String VARIABLE = "CHROMIUM";
  private static final String DEBIANS = "/usr/bin/chromium";

  private Chromium() {}

  /** Skips the test on a machine without a browser. CI must have one. */
  static String required() {
    var path = System.getenv().getOrDefault(VARIABLE, DEBIANS);
    var found = Files.isExecutable(Path.of(path));
    var reason =
        "needs Chromium, which is not at "
            + path
            + "; the variable "
            + VARIABLE
            + " names another place";
    if (Boolean.parseBoolean(System.getenv("CI"))) {
      assertThat(found).as(reason).isTrue();
    }
    assumeTrue(found, reason);
    return path;
  }
}

package io.github.cognitofirstlogin.auth;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A test of the deployed jar does not wait for a function that has ended. */
class RuntimeApiTest {
  @Test
  @Timeout(30)
  void functionThatEndedEndsEveryWaitWithWhatItPrinted() throws Exception {
    try (RuntimeApi lambda = new RuntimeApi()) {
      Process function = startOfNothing();
      lambda.watch(
          function,
          () -> new String(function.getInputStream().readAllBytes(), StandardCharsets.UTF_8));

      for (ThrowingCallable wait :
          new ThrowingCallable[] {
            () -> lambda.invoke("{}"), lambda::outcome, lambda::awaitSnapshot
          }) {
        assertThatThrownBy(wait)
            .isInstanceOf(IllegalStateException.class)
            .hasMessageStartingWith("the function ended with 1: ")
            .hasMessageContaining("NoSuchHandler");
      }
    }
  }

  private static Process startOfNothing() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(), "NoSuchHandler")
        .redirectErrorStream(true)
        .start();
  }
}

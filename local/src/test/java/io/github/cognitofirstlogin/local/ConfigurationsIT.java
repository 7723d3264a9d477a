package io.github.cognitofirstlogin.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The local run starts every kind of deployment, and a first login is completed in each. */
class ConfigurationsIT {
  private static final List<String> EXISTING_POOL =
      List.of("userPoolId=eu-central-1_AbCdEfGhI", "userPoolClientId=1example23456789abcdefghij");

  static Stream<Arguments> configurations() {
    return Stream.of(
        Arguments.of("existing pool and client", EXISTING_POOL),
        Arguments.of("existing pool", EXISTING_POOL.subList(0, 1)),
        Arguments.of(
            "existing confidential client",
            Stream.concat(EXISTING_POOL.stream(), Stream.of("confidentialClient=true")).toList()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("configurations")
  void firstLoginIsCompleted(String name, List<String> context) throws Exception {
    try (var stack =
        RunningStack.of(
            new RunningStack.Request(Path.of(""), 0, 0, context),
            Map.of(),
            new WatchedLog(OutputStream.nullOutputStream()))) {
      var report = stack.start();

      assertThat(new ApiCaller(report).firstLogin()).hasSize(2);
      for (var set : context) {
        if (set.startsWith("userPoolId=")) {
          assertThat(set).isEqualTo("userPoolId=" + report.outputs().get("UserPoolId"));
        }
      }
    }
  }
}

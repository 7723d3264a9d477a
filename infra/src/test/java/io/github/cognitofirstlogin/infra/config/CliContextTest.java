package io.github.cognitofirstlogin.infra.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CliContextTest {
  @Test
  void contextComesFromTheEnvironment() {
    assertThat(CliContext.from(Map.of("CDK_CONTEXT_JSON", "{\"mfa\":\"off\",\"a\":[1]}")))
        .isEqualTo(Map.of("mfa", "off", "a", List.of(1)));
  }

  @Test
  void longContextComesFromAFile(@TempDir Path directory) throws IOException {
    var file = Files.writeString(directory.resolve("context.json"), "{\"mfa\":\"off\"}");

    assertThat(
            CliContext.from(
                Map.of("CDK_CONTEXT_JSON", "{}", "CONTEXT_OVERFLOW_LOCATION_ENV", file.toString())))
        .isEqualTo(Map.of("mfa", "off"));
  }

  @Test
  void appRunWithoutTheCliHasNoContext() {
    assertThat(CliContext.from(Map.of())).isEmpty();
  }
}

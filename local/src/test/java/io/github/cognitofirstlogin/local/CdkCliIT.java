package io.github.cognitofirstlogin.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The CDK CLI as the synthesizer of {@code bin/local}. The other tests use a faster synthesizer.
 */
class CdkCliIT {

  private static final List<String> CONTEXT =
      List.of("allowedOrigins=https://app.example.com,http://localhost:5173", "mfa=optional");

  @Test
  void theCliAndTheAppOfTheTestsMakeTheSameTemplate() throws Exception {
    assertThat(template(new CdkCli())).isEqualTo(template(new WarmCdkApp()));
  }

  @Test
  void aRefusedConfigurationIsShownAsTheCdkAppPutIt() {
    var output = Path.of("target", "local", "refused").toAbsolutePath();
    assertThatThrownBy(
            () ->
                new CdkCli().synthesize(Path.of("").toAbsolutePath(), List.of("mfa=maybe"), output))
        .isInstanceOf(StartFailure.class)
        .hasMessageStartingWith("context 'mfa' must be one of off, optional, required,");
  }

  private static String template(Synthesizer synthesizer) throws Exception {
    var root = Path.of("").toAbsolutePath();
    var assemblies = Files.createDirectories(root.resolve("target").resolve("local"));
    var output = Files.createTempDirectory(assemblies, "synth-");
    try {
      synthesizer.synthesize(root, CONTEXT, output);
      return Files.readString(output.resolve("Auth.template.json"));
    } finally {
      Directories.delete(output);
    }
  }
}

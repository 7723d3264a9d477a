package io.github.cognitofirstlogin.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The app as the CDK CLI runs it: a process with a context. */
class AuthAppTest {
  @TempDir private Path directory;

  @Test
  void refusedKeyIsOneLineAndExitCodeOne() throws Exception {
    var end = run("{\"allowedOrigin\":\"https://app.example.com\"}");

    assertThat(end.lines())
        .containsExactly(
            "context 'allowedOrigin' is not a key of this app, did you mean 'allowedOrigins'?");
    assertThat(end.exitCode()).isEqualTo(1);
  }

  @Test
  void unbuiltFunctionIsOneLineAndExitCodeOne() throws Exception {
    var end = run("{}");

    assertThat(end.lines())
        .containsExactly(
            Path.of("function", "target", "function.jar")
                + " is not built yet: run ./mvnw -DskipTests package first");
    assertThat(end.exitCode()).isEqualTo(1);
  }

  private record End(int exitCode, List<String> lines) {}

  /** Runs the app in an empty directory, in which no function is built. */
  private End run(String context) throws IOException, InterruptedException {
    var output = directory.resolve("output.txt");
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), AuthApp.class.getName()));
    var builder =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().put("CDK_CONTEXT_JSON", context);
    builder.environment().keySet().removeIf(name -> name.startsWith("JAVA_TOOL"));
    var process = builder.start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new End(process.exitValue(), Files.readAllLines(output, StandardCharsets.UTF_8));
  }
}

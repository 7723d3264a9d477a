package io.github.cognitofirstlogin.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One CDK app for all assemblies of this JVM's tests. {@code CdkCliIT} compares it with the CDK
 * CLI.
 */
public final class WarmCdkApp implements Synthesizer {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path INFRA = Path.of("infra", "target");
  private static Process app;
  private static BufferedReader answers;

  @Override
  public void synthesize(Path root, List<String> context, Path output) throws IOException {
    JsonNode answer;
    synchronized (WarmCdkApp.class) {
      start(root);
      var values =
          context.stream()
              .map(each -> each.split("=", 2))
              .collect(Collectors.toMap(each -> each[0], each -> each[1]));
      var asked = JSON.writeValueAsString(Map.of("output", output.toString(), "context", values));
      app.outputWriter(UTF_8).append(asked).append('\n').flush();
      answer = JSON.readTree(answer());
    }
    if (answer.has("refused")) {
      throw new StartFailure(answer.path("refused").asText());
    }
  }

  private static void start(Path root) throws IOException {
    if (app != null) {
      return;
    }
    var builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                INFRA.resolve("test-classes") + File.pathSeparator + INFRA.resolve("infra.jar"),
                "io.github.cognitofirstlogin.infra.WarmApp")
            .directory(root.toFile())
            .redirectErrorStream(true);
    builder.environment().put("JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION", "20");
    // The process ends when its input ends, which happens when this process ends.
    app = builder.start();
    answers = app.inputReader(UTF_8);
  }

  /** The CDK prints its own messages before this line. */
  private static String answer() throws IOException {
    var said = new StringBuilder();
    for (var line = answers.readLine(); line != null; line = answers.readLine()) {
      if (line.startsWith("{")) {
        return line;
      }
      said.append(line).append('\n');
    }
    throw new IllegalStateException("the CDK app of the tests has ended: " + said);
  }
}

package io.github.cognitofirstlogin.infra;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cognitofirstlogin.infra.config.AuthConfig;
import io.github.cognitofirstlogin.infra.config.FunctionJar;
import io.github.cognitofirstlogin.infra.config.SynthesisRefused;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import software.amazon.awscdk.App;

/**
 * One process of the CDK app for many assemblies, because most of the time of one assembly is the
 * start. For each line of JSON, {@code {"output": directory, "context": {...}}}, it prints one
 * line, {@code {"refused": why}} or {@code {}}. It ends with its input.
 */
final class WarmApp {
  private static final ObjectMapper JSON = new ObjectMapper();

  private WarmApp() {}

  public static void main(String[] args) throws IOException {
    var asked = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (var line = asked.readLine(); line != null; line = asked.readLine()) {
      System.out.println(JSON.writeValueAsString(answer(JSON.readTree(line))));
    }
    // Without this call the process of jsii would keep this process running.
    System.exit(0);
  }

  private static Map<String, String> answer(JsonNode asked) {
    var context = Synthesized.context();
    asked
        .path("context")
        .properties()
        .forEach(each -> context.put(each.getKey(), each.getValue().asText()));
    try {
      var config = AuthConfig.from(context);
      var jar = FunctionJar.at(Path.of("function", "target", "function.jar"));
      var app =
          App.Builder.create()
              .context(context)
              .analyticsReporting(false)
              .outdir(asked.path("output").asText())
              .build();
      AuthApp.assemble(app, config, jar).synth();
      return Map.of();
    } catch (SynthesisRefused refused) {
      return Map.of("refused", refused.getMessage());
    }
  }
}

package io.github.cognitofirstlogin.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/** The CDK CLI, which runs the CDK app in its own process. */
final class CdkCli implements Synthesizer {

  @Override
  public void synthesize(Path root, List<String> context, Path output)
      throws IOException, InterruptedException {
    var synth = new ProcessBuilder(command(root, context, output)).directory(root.toFile());
    // Without this variable Node 20 prints eleven lines among the messages of the CDK app.
    synth.environment().putIfAbsent("JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION", "20");
    synth.environment().putIfAbsent("CDK_DISABLE_CLI_TELEMETRY", "true");
    var process = synth.redirectErrorStream(true).start();
    var stop = new Thread(() -> abandon(process, output));
    Runtime.getRuntime().addShutdownHook(stop);
    String said;
    int status;
    try {
      process.getOutputStream().close();
      said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      status = process.waitFor();
    } finally {
      withdraw(stop);
    }
    if (status != 0) {
      throw new StartFailure(said.stripTrailing());
    }
  }

  private static void withdraw(Thread hook) throws InterruptedException {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException ending) {
      // This process is ending, so the interrupted synthesis needs no message.
      new CountDownLatch(1).await();
    }
  }

  /** When this process ends, the child process ends and its files are deleted. */
  private static void abandon(Process process, Path output) {
    var all = Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    all.forEach(ProcessHandle::destroyForcibly);
    process.onExit().join();
    try {
      Directories.delete(output);
    } catch (IOException e) {
      // A directory of its own, which the next mvnw clean deletes.
    }
  }

  private static List<String> command(Path root, List<String> context, Path output) {
    var java = Path.of(System.getProperty("java.home"), "bin", "java");
    var command =
        new ArrayList<>(
            List.of(
                "node",
                Path.of("node_modules", "aws-cdk", "bin", "cdk").toString(),
                "synth",
                "--quiet",
                "--no-notices",
                "--output",
                root.relativize(output).toString(),
                "--app",
                "\"%s\" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -jar %s"
                    .formatted(java, Path.of("infra", "target", "infra.jar")),
                // The jars are already built.
                "--build",
                ""));
    context.forEach(keyValue -> command.addAll(List.of("--context", keyValue)));
    return command;
  }
}

package io.github.cognitofirstlogin.local;

import io.github.cognitofirstlogin.local.template.CloudAssembly;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/**
 * Gets the cloud assembly from the CDK CLI, or the one from last time when nothing that goes into
 * it has changed.
 */
final class Synthesis {

  /** All that decides what the CDK app says, but the {@code -c} values. */
  private static final List<Path> INPUTS =
      List.of(
          Path.of("cdk.json"),
          Path.of("cdk.context.json"),
          Path.of("package-lock.json"),
          Path.of("function", "target", "function.jar"),
          Path.of("infra", "target", "infra.jar"));

  private static final Path USER_CONTEXT = Path.of(System.getProperty("user.home"), ".cdk.json");
  private static final int KEPT = 8;

  private final Path root;
  private final List<String> context;
  private final PrintStream progress;

  /** Context as the CDK CLI takes it, {@code key=value}. */
  Synthesis(Path root, List<String> context, PrintStream progress) {
    this.root = root.toAbsolutePath();
    this.context = context;
    this.progress = progress;
  }

  CloudAssembly assembly() throws IOException, InterruptedException {
    var assemblies = root.resolve("target").resolve("local");
    var directory = assemblies.resolve(fingerprint());
    if (!Files.exists(directory)) {
      progress.println("Synthesizing the template ...");
      Files.createDirectories(assemblies);
      var fresh = Files.createTempDirectory(assemblies, "synth-");
      synthesize(fresh);
      forgetOldest(assemblies);
      moveInto(directory, fresh);
    }
    return CloudAssembly.read(directory);
  }

  private void synthesize(Path output) throws IOException, InterruptedException {
    var synth = new ProcessBuilder(command(output)).directory(root.toFile());
    // Eleven lines on Node 20, in the middle of what the CDK app has to say.
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
      delete(output);
      throw new StartFailure(said.stripTrailing());
    }
  }

  private static void withdraw(Thread hook) throws InterruptedException {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException ending) {
      // This process is being ended, so that there is nothing left to do or to say.
      new CountDownLatch(1).await();
    }
  }

  /** When this process is ended in the middle: nothing of it goes on or stays. */
  private static void abandon(Process process, Path output) {
    var all = Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    all.forEach(ProcessHandle::destroyForcibly);
    process.onExit().join();
    try {
      delete(output);
    } catch (IOException e) {
      // In the way of nobody, and gone with the next mvnw clean.
    }
  }

  private List<String> command(Path output) {
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
                "\"%s\" -jar %s".formatted(java, Path.of("infra", "target", "infra.jar")),
                // The jars are already built.
                "--build",
                ""));
    context.forEach(keyValue -> command.addAll(List.of("--context", keyValue)));
    return command;
  }

  /** Whoever was quicker with the same assembly wins. */
  private static void moveInto(Path directory, Path fresh) throws IOException {
    try {
      Files.move(fresh, directory, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException e) {
      // "Directory not empty", which the JDK has an exception of its own for, but does not throw
      // here.
      if (!Files.exists(directory)) {
        throw e;
      }
      delete(fresh);
    }
  }

  private String fingerprint() throws IOException {
    var hash = sha256();
    for (var input : INPUTS) {
      update(hash, root.resolve(input));
    }
    for (var file : page()) {
      update(hash, file);
    }
    update(hash, USER_CONTEXT);
    context.forEach(keyValue -> hash.update((keyValue + "\n").getBytes(StandardCharsets.UTF_8)));
    return HexFormat.of().formatHex(hash.digest()).substring(0, 16);
  }

  /** What a front door serves is copied into the assembly. */
  private List<Path> page() throws IOException {
    try (var files = Files.walk(root.resolve("web"))) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static void update(MessageDigest hash, Path file) throws IOException {
    var content = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
    hash.update(
        (file.getFileName() + " " + content.length + "\n").getBytes(StandardCharsets.UTF_8));
    hash.update(content);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** Each assembly has a copy of the function's jar in it. */
  private static void forgetOldest(Path assemblies) throws IOException {
    List<Path> known;
    try (var list = Files.list(assemblies)) {
      known =
          list.filter(path -> !path.getFileName().toString().startsWith("synth-"))
              .sorted(Comparator.comparing((Path path) -> path.toFile().lastModified()).reversed())
              .toList();
    }
    for (var old : known.subList(Math.min(KEPT, known.size()), known.size())) {
      try {
        var gone = old.resolveSibling("synth-" + old.getFileName());
        delete(Files.move(old, gone, StandardCopyOption.ATOMIC_MOVE));
      } catch (NoSuchFileException e) {
        // Whoever runs beside this was quicker.
      }
    }
  }

  private static void delete(Path directory) throws IOException {
    List<Path> deepestFirst;
    try (var tree = Files.walk(directory)) {
      deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
    }
    for (var path : deepestFirst) {
      Files.deleteIfExists(path);
    }
  }
}

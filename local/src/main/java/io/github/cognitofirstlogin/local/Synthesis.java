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
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/** Makes the cloud assembly, or reuses the last one if nothing has changed. */
final class Synthesis {

  /** All inputs of the CDK app except the {@code -c} values. */
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

  /** Context as in the CDK CLI, {@code key=value}. */
  Synthesis(Path root, List<String> context, PrintStream progress) {
    this.root = root.toAbsolutePath();
    this.context = context;
    this.progress = progress;
  }

  CloudAssembly assembly() throws IOException, InterruptedException {
    var assemblies = root.resolve("target").resolve("local");
    var directory = assemblies.resolve(fingerprint());
    if (Files.exists(directory)) {
      used(directory);
    } else {
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
    try {
      Synthesizer.found().synthesize(root, context, output);
    } catch (StartFailure e) {
      Directories.delete(output);
      throw e;
    }
  }

  /** If two processes make the same assembly, the first one is kept. */
  private static void moveInto(Path directory, Path fresh) throws IOException {
    try {
      Files.move(fresh, directory, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException e) {
      // The JDK has an exception class for "Directory not empty", but does not throw it here.
      if (!Files.exists(directory)) {
        throw e;
      }
      Directories.delete(fresh);
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

  /** The assembly contains a copy of the files that a front door serves. */
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

  /** The assembly that was unused for the longest time is deleted first. */
  private static void used(Path directory) throws IOException {
    Files.setLastModifiedTime(directory, FileTime.from(Instant.now()));
  }

  /** Each assembly contains a copy of the function's jar. */
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
        Directories.delete(Files.move(old, gone, StandardCopyOption.ATOMIC_MOVE));
      } catch (NoSuchFileException e) {
        // Another process has deleted the assembly first.
      }
    }
  }
}

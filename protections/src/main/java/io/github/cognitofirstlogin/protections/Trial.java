package io.github.cognitofirstlogin.protections;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Runs tests of a module in their own JVM, with unchanged sources or with one changed source. */
record Trial(Path root, Module module) {
  /** A test that never ends does not count as failed. */
  private static final int LONGEST_MINUTES = 5;

  /**
   * The tests that fail with all protections switched on.
   *
   * @throws IllegalStateException if the tests do not end
   */
  Set<String> failures(Collection<TestName> tests) throws IOException, InterruptedException {
    Path directory = Files.createTempDirectory("protections");
    try {
      return failures(directory, List.of(), tests);
    } finally {
      delete(directory);
    }
  }

  /** The tests of the protection that fail when it is switched off. */
  Set<String> failures(Switch off) throws IOException, InterruptedException {
    Path directory = Files.createTempDirectory("protections");
    try {
      Path source = directory.resolve("source").resolve(Path.of(off.source()).getFileName());
      Files.createDirectories(source.getParent());
      Files.writeString(source, off.off(root));
      return failures(directory, List.of(source.toString()), off.tests());
    } finally {
      delete(directory);
    }
  }

  private Set<String> failures(Path directory, List<String> sources, Collection<TestName> tests)
      throws IOException, InterruptedException {
    Path classes = Files.createDirectory(directory.resolve("classes"));
    Path failures = directory.resolve("failures");
    Path log = directory.resolve("log");
    String modules = module.classPath(root) + File.pathSeparator + ownClassPath();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of("-cp", classes + File.pathSeparator + modules));
    command.add(TestRun.class.getName());
    command.addAll(List.of(classes.toString(), failures.toString()));
    command.add(Integer.toString(sources.size()));
    command.addAll(sources);
    for (TestName test : tests) {
      command.add(module.testClass(root, test.type()) + "#" + test.method());
    }
    ProcessBuilder builder = new ProcessBuilder(command).directory(root.toFile());
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    // The same environment variable as in infra's own build.
    builder.environment().put("CDK_VALIDATION", "false");
    builder.environment().put("JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION", "20");
    Process run = builder.start();
    if (!run.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
      run.destroyForcibly().waitFor();
      throw new IllegalStateException("no end after " + LONGEST_MINUTES + " minutes");
    }
    if (run.exitValue() != 0) {
      throw new IllegalStateException(Files.readString(log, StandardCharsets.ISO_8859_1));
    }
    return Files.readAllLines(failures).stream().collect(Collectors.toSet());
  }

  private static String ownClassPath() {
    return System.getProperty("java.class.path");
  }

  static void delete(Path directory) throws IOException {
    try (var files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}

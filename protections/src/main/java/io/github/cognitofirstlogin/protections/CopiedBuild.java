package io.github.cognitofirstlogin.protections;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs integration tests of a module in a build of a copy of the project. The copy is for
 * protections outside the sources, such as a dependency.
 */
record CopiedBuild(Path root, Module module) {
  private static final Set<String> NOT_COPIED = Set.of(".git", "node_modules", "target", "cdk.out");
  private static final int LONGEST_MINUTES = 10;

  Set<String> failures(Collection<TestName> tests) throws IOException, InterruptedException {
    Path copy = copy();
    try {
      return failures(copy, tests);
    } finally {
      Trial.delete(copy);
    }
  }

  Set<String> failures(Switch off) throws IOException, InterruptedException {
    Path copy = copy();
    try {
      Files.writeString(module.file(copy, off.source()), off.off(root));
      return failures(copy, off.tests());
    } finally {
      Trial.delete(copy);
    }
  }

  private Set<String> failures(Path copy, Collection<TestName> tests)
      throws IOException, InterruptedException {
    Path log = copy.resolve("log");
    Process maven =
        new ProcessBuilder(
                Build.wrapper(copy),
                "-B",
                "-ntp",
                "-am",
                "-pl",
                module.directory(),
                "verify",
                "-Dtest=none",
                "-Dsurefire.failIfNoSpecifiedTests=false",
                "-Dfailsafe.failIfNoSpecifiedTests=false",
                "-Dit.test="
                    + tests.stream()
                        .map(test -> test.type() + "#" + test.method())
                        .collect(Collectors.joining(",")))
            .directory(copy.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    if (!maven.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
      maven.destroyForcibly().waitFor();
      throw new IllegalStateException("no end after " + LONGEST_MINUTES + " minutes");
    }
    List<String> errors =
        Files.readAllLines(log).stream().filter(line -> line.startsWith("[ERROR]")).toList();
    Set<String> failed =
        tests.stream()
            .map(TestName::toString)
            .filter(test -> errors.stream().anyMatch(line -> line.contains(test)))
            .collect(Collectors.toSet());
    if (maven.exitValue() != 0 && failed.isEmpty()) {
      throw new IllegalStateException(String.join("\n", errors));
    }
    return failed;
  }

  private Path copy() throws IOException {
    Path copy = Files.createTempDirectory("protections");
    copy(root, copy);
    return copy;
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.toList()) {
        if (NOT_COPIED.contains(String.valueOf(file.getFileName()))) {
          continue;
        }
        Path target = to.resolve(from.relativize(file));
        Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
        if (Files.isDirectory(file)) {
          copy(file, target);
        }
      }
    }
  }
}

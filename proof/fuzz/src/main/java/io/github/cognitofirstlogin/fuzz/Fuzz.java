package io.github.cognitofirstlogin.fuzz;

import io.github.cognitofirstlogin.fuzz.Jazzer.Result;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command {@code bin/fuzz}. */
@Command(
    name = "bin/fuzz",
    description = {
      "Searches for inputs that break the function, guided by code coverage.",
      "Exit status: 0 if no such input was found, otherwise 1; the input is in"
          + " proof/fuzz/target/findings. Move it to proof/fuzz/corpus to make it a test."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class Fuzz implements Callable<Integer> {
  @Option(
      names = "--inputs",
      paramLabel = "N",
      defaultValue = "100000",
      description =
          "The number of inputs, in equal parts for each target. Default: ${DEFAULT-VALUE}")
  private long inputs;

  @Option(names = "--seed", paramLabel = "S", description = "The seed of Jazzer. Default: random")
  private @Nullable Integer seed;

  @Option(
      names = "--target",
      paramLabel = "TARGET",
      description = "One of ${COMPLETION-CANDIDATES}. Default: all")
  private @Nullable Target only;

  private Fuzz() {}

  public static void main(String[] arguments) {
    System.exit(
        new CommandLine(new Fuzz()).setCaseInsensitiveEnumValuesAllowed(true).execute(arguments));
  }

  @Override
  public Integer call() throws IOException {
    if (inputs < 1) {
      System.err.println("--inputs must be 1 or more");
      return CommandLine.ExitCode.USAGE;
    }
    int chosen = seed != null ? seed : new SplittableRandom().nextInt(1, 1_000_000);
    System.out.printf("bin/fuzz --inputs %d --seed %d%n", inputs, chosen);
    Path findings = Files.createDirectories(root().resolve("proof/fuzz/target/findings"));
    List<Target> targets = only != null ? List.of(only) : List.of(Target.values());
    List<Result> results = new ArrayList<>();
    for (Target target : targets) {
      Result result = run(target, inputs / targets.size(), chosen, findings);
      System.out.printf(
          "%-44s %9d inputs %6d edges %5d s   %s%n",
          target.description(),
          result.inputs(),
          result.edges(),
          result.time().toSeconds(),
          result.failed()
              ? "FAILED: proof/fuzz/target/findings/" + target.directory() + "-*"
              : "ok");
      results.add(result);
    }
    return results.stream().anyMatch(Result::failed) ? 1 : 0;
  }

  private static Result run(Target target, long inputs, int seed, Path findings)
      throws IOException {
    Path log = findings.resolve(target.directory() + ".log");
    try (PrintStream lines = new PrintStream(log.toFile(), StandardCharsets.UTF_8)) {
      return new Jazzer(target, root().resolve("proof/fuzz/corpus"), findings)
          .run(inputs, seed, new Progress(target.directory(), inputs), lines);
    }
  }

  /** The project around the jar or the classes directory of this class. */
  private static Path root() {
    try {
      var location = Fuzz.class.getProtectionDomain().getCodeSource().getLocation();
      return Path.of(location.toURI()).resolve("../../../..").normalize();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}

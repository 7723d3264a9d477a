package io.github.cognitofirstlogin.fuzz;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One run of Jazzer in its own JVM, and its final figures. */
record Jazzer(Target target, Path corpus, Path findings) {
  /** The classes of the function, and of the JSON reader whose syntax the inputs must match. */
  private static final String INSTRUMENTED =
      "io.github.cognitofirstlogin.auth.**:software.amazon.awssdk.thirdparty.jackson.core.**";

  /** The longest allowed time of a reply. */
  private static final int LONGEST_SECONDS = 10;

  private static final Pattern STATE = Pattern.compile("^#(\\d+)\\s.*\\bcov: (\\d+)");
  private static final Pattern EXECUTED =
      Pattern.compile("^stat::number_of_executed_units: +(\\d+)");

  /** Coverage edges as Jazzer counts them: of the instrumented classes that were loaded. */
  record Result(long inputs, long edges, Duration time, boolean failed) {}

  /**
   * @param progress gets the number of inputs from time to time
   * @param log gets the output of Jazzer
   */
  Result run(long inputs, long seed, LongConsumer progress, PrintStream log) throws IOException {
    Path generated = Files.createTempDirectory("fuzz-" + target.directory());
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                // Jazzer loads its agent itself, and newer JDKs print a warning about that.
                "-XX:+IgnoreUnrecognizedVMOptions",
                "-XX:+EnableDynamicAgentLoading",
                "-cp",
                System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + target.className(),
                "--instrumentation_includes=" + INSTRUMENTED,
                "--reproducer_path=" + generated,
                "-runs=" + inputs,
                "-seed=" + seed,
                "-timeout=" + LONGEST_SECONDS,
                "-max_len=8192",
                "-print_final_stats=1",
                "-artifact_prefix=" + findings + "/" + target.directory() + "-",
                generated.toString(),
                corpus.resolve(target.directory()).toString())
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    long executed = 0;
    long edges = 0;
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        log.println(line);
        Matcher state = STATE.matcher(line);
        if (state.find()) {
          executed = Long.parseLong(state.group(1));
          edges = Long.parseLong(state.group(2));
          progress.accept(executed);
        }
        Matcher last = EXECUTED.matcher(line);
        executed = last.find() ? Long.parseLong(last.group(1)) : executed;
      }
    } finally {
      delete(generated);
    }
    return new Result(
        executed, edges, Duration.ofNanos(System.nanoTime() - start), !endedWell(process));
  }

  private static boolean endedWell(Process process) {
    try {
      return process.waitFor() == 0;
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static void delete(Path directory) throws IOException {
    try (var files = Files.list(directory)) {
      for (Path file : List.copyOf(files.toList())) {
        Files.delete(file);
      }
    }
    Files.delete(directory);
  }
}

package io.github.cognitofirstlogin.local.load;

import io.github.cognitofirstlogin.local.campaign.Api;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command {@code bin/load}. */
@Command(
    name = "bin/load",
    description = {
      "Sends first logins to a bin/local at a constant rate, whether or not it keeps up: a third of"
          + " the requests sign in, a third try a password that is too weak, a third a good one."
          + " The user pool answers late, as one that is not on this machine.",
      "Exit status: 0 when every reply was the right one and the heap stayed as it was, else 1."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class Load implements Callable<Integer> {
  private static final Set<String> RIGHT =
      Set.of("login: 200 ok", "a weak password: 400 invalid_password", "a good password: 200 ok");

  /** Before it what is loaded lazily is not all there. */
  private static final int SETTLED_MINUTES = 5;

  private static final double TOLERANCE = 1.05;

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "360",
      description = "Requests a second. Default: ${DEFAULT-VALUE}, what Cognito allows")
  private int rate;

  @Option(
      names = "--minutes",
      paramLabel = "N",
      defaultValue = "1",
      description = "How long. Default: ${DEFAULT-VALUE}")
  private int minutes;

  @Option(
      names = "--warmup",
      paramLabel = "SECONDS",
      defaultValue = "30",
      description = "How long before it counts. Default: ${DEFAULT-VALUE}")
  private int warmUp;

  @Option(
      names = "--delay",
      paramLabel = "MILLIS",
      defaultValue = "20",
      description = "How late the user pool answers. Default: ${DEFAULT-VALUE}")
  private int delay;

  @Option(
      names = "--step",
      paramLabel = "N",
      description = "Afterwards a minute at this rate, which may be more than is served")
  private int step;

  @Option(
      names = "--hang",
      paramLabel = "SECONDS",
      description = "Afterwards so long 100 requests a second while the user pool does not answer")
  private int hang;

  private final List<LoadedStack.Memory> memory = new ArrayList<>();
  private long errors;

  private Load() {}

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Load()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (rate < 3 || minutes < 1 || warmUp < 0 || delay < 0 || step < 0 || hang < 0) {
      System.err.println("--rate must be 3 or more, --minutes 1 or more, the others 0 or more");
      return CommandLine.ExitCode.USAGE;
    }
    var threads = Executors.newFixedThreadPool(4);
    try (var pool = new LoadedPool(Duration.ofMillis(delay));
        var stack = new LoadedStack(jar(), pool.environment())) {
      var visitors = new Visitors(new Api(stack.apiUrl(), threads), pool);
      phase("warm-up", rate, warmUp, visitors, new Tally(RIGHT));
      constant(visitors, stack);
      if (step > 0) {
        step(visitors);
      }
      if (hang > 0) {
        hang(visitors, pool, stack);
      }
    } finally {
      threads.shutdownNow();
    }
    System.out.println(errors == 0 ? "No errors" : errors + " errors");
    return errors == 0 && isFlat() ? 0 : 1;
  }

  private void constant(Visitors visitors, LoadedStack stack)
      throws IOException, InterruptedException {
    memory.add(stack.memory());
    for (var minute = 1; minute <= minutes; minute++) {
      // One tally for each minute would hide a slow one among its percentiles.
      var tally = new Tally(RIGHT);
      phase("minute " + minute, rate, 60, visitors, tally);
      errors += tally.errors();
      memory.add(stack.memory());
      System.out.println("  " + memory(minute));
    }
  }

  /** More than the stage admits: whoever is not served is told so, and nobody anything wrong. */
  private void step(Visitors visitors) throws InterruptedException {
    var tally =
        new Tally(
            also("login: 429 none", "a weak password: 429 none", "a good password: 429 none"));
    phase("a step to " + step, step, 60, visitors, tally);
    errors += tally.errors();
    recovered(visitors, 5);
  }

  private void hang(Visitors visitors, LoadedPool pool, LoadedStack stack)
      throws InterruptedException {
    pool.hang();
    var tally =
        new Tally(
            also(
                "login: 504 upstream_timeout",
                "a weak password: 504 outcome_unknown",
                "a good password: 504 outcome_unknown"));
    phase("a pool that hangs", 100, hang, visitors, tally);
    errors += tally.errors();
    System.out.printf("  %d threads at the most%n", stack.mostThreads());
    pool.recover();
    recovered(visitors, 10);
  }

  /** After so long everything is as before. */
  private void recovered(Visitors visitors, int seconds) throws InterruptedException {
    phase("after it", rate, seconds, visitors, new Tally(RIGHT));
    var tally = new Tally(RIGHT);
    phase("recovered", rate, 20, visitors, tally);
    errors += tally.errors();
  }

  private static Set<String> also(String... outcomes) {
    var all = new HashSet<>(RIGHT);
    all.addAll(List.of(outcomes));
    all.add("a weak password: not sent, for there is no session");
    all.add("a good password: not sent, for there is no session");
    return all;
  }

  private static void phase(String name, int rate, int seconds, Visitors visitors, Tally tally)
      throws InterruptedException {
    System.err.printf("%s: %d requests a second for %d s%n", name, rate, seconds);
    var start = System.nanoTime();
    var end = start + seconds * 1_000_000_000L;
    visitors.run(rate, () -> System.nanoTime() - end >= 0, tally);
    System.out.printf(
        "%s: %d replies, %.1f a second%n%s",
        name, tally.replies(), tally.replies() * 1e9 / (System.nanoTime() - start), tally.report());
  }

  private String memory(int minute) {
    var now = memory.get(minute);
    return "heap after a collection %.1f MB, resident %.0f MB"
        .formatted(now.heapAfterCollection() / 1e6, now.residentSet() / 1e6);
  }

  private boolean isFlat() {
    if (minutes <= SETTLED_MINUTES) {
      return true;
    }
    var settled = memory.get(SETTLED_MINUTES).heapAfterCollection();
    var last = memory.get(minutes).heapAfterCollection();
    System.out.printf(
        "heap after a collection: %.1f MB after minute %d, %.1f MB at the end%n",
        settled / 1e6, SETTLED_MINUTES, last / 1e6);
    return last <= settled * TOLERANCE;
  }

  /** The jar that this class is in. */
  private static Path jar() {
    try {
      return Path.of(Load.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}

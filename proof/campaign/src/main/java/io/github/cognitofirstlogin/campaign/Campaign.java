package io.github.cognitofirstlogin.campaign;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitofirstlogin.local.InspectedStack;
import io.github.cognitofirstlogin.userpool.template.Template;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command {@code bin/campaign}. */
@Command(
    name = "bin/campaign",
    description = {
      "Simulates many first logins with the local run, injects faults of Cognito, and compares each"
          + " reply with what the user pool did.",
      "Exit status: 0 if every count that must be 0 is 0 and the heap did not grow, otherwise 1."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class Campaign implements Callable<Integer> {
  /** More than two cores can serve, so that the machine is the limit and not the stage. */
  private static final int UNTHROTTLED = 1_000_000;

  /** After this part of the requests, all lazily loaded objects are loaded. */
  private static final int SETTLED = 5;

  @Option(
      names = "--requests",
      paramLabel = "N",
      defaultValue = "10000",
      description =
          "The number of requests after which no new users start. Default: ${DEFAULT-VALUE}")
  private long requests;

  @Option(
      names = "--faults",
      paramLabel = "PERCENT",
      defaultValue = "20",
      description =
          "The share of the requests to Cognito that meet a fault. Default: ${DEFAULT-VALUE}")
  private int faults;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "Decides the steps of each user and their faults. Default: random")
  private @Nullable Long seed;

  @Option(
      names = "--people",
      paramLabel = "N",
      defaultValue = "48",
      description = "The number of concurrent users. Default: ${DEFAULT-VALUE}")
  private int people;

  @Option(
      names = "--admitted",
      paramLabel = "N",
      defaultValue = "" + UNTHROTTLED,
      description =
          "The requests a second that the API's stage admits on each route. It refuses further ones"
              + " with 429. Default: no limit")
  private int admitted;

  @Option(
      names = "--only",
      paramLabel = "FAULT",
      description = "The name, as in the summary, of the only fault to inject. Default: all faults")
  private @Nullable String only;

  private final Book book = new Book();
  private final Heap heap = new Heap();

  private Campaign() {}

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Campaign()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException, InterruptedException, ExecutionException {
    if (requests < 1 || faults < 0 || faults > 100 || people < 1 || admitted < 1) {
      System.err.println(
          "--requests, --people and --admitted must be 1 or more, --faults 0 to 100");
      return CommandLine.ExitCode.USAGE;
    }
    if (only != null && !FaultPlan.names().contains(only)) {
      System.err.printf(
          "--only '%s' is no fault. The faults are:%n  %s%n",
          only, String.join("\n  ", FaultPlan.names()));
      return CommandLine.ExitCode.USAGE;
    }
    var chosen = seed != null ? seed : new SplittableRandom().nextLong(1_000_000);
    System.out.printf(
        "bin/campaign --requests %d --faults %d --seed %d --people %d%n",
        requests, faults, chosen, people);
    var start = System.nanoTime();
    try (var stack = InspectedStack.of(root()).change(this::throttle).log(book::logged).start();
        var progress = new Progress(book, requests)) {
      progress.start();
      run(chosen, stack);
    }
    var seconds = Duration.ofNanos(System.nanoTime() - start).toMillis() / 1_000.0;
    System.out.println(book.summary());
    System.out.printf(
        "%d requests in %.0f s, %.0f a second%n",
        book.requests(), seconds, book.requests() / seconds);
    System.out.printf(
        "heap after a collection, MB, after a fifth of the requests / at the end: %s%s%n",
        heap, heap.hasGrown(book.requests()) ? ", it grew" : "");
    return book.violations() == 0 && !heap.hasGrown(book.requests()) ? 0 : 1;
  }

  private void run(long chosen, InspectedStack stack)
      throws InterruptedException, ExecutionException {
    var threads = Executors.newFixedThreadPool(people + 4);
    var api = new Api(stack.apiUrl(), threads);
    var pool = new Pool(stack);
    var plan = only == null ? new FaultPlan(faults) : new FaultPlan(faults, only);
    var next = new AtomicLong();
    var crowd = Executors.newFixedThreadPool(people);
    try {
      for (var until : List.of(requests / SETTLED, requests)) {
        Callable<Long> visitors =
            () -> {
              while (book.requests() < until) {
                var number = next.incrementAndGet();
                var dice = new SplittableRandom(chosen * 1_000_003 + number);
                new Person(number, dice, plan, api, pool, book).live();
              }
              return next.get();
            };
        for (Future<Long> visitor :
            crowd.invokeAll(Stream.generate(() -> visitors).limit(people).toList())) {
          visitor.get();
        }
        heap.read();
      }
    } finally {
      crowd.shutdownNow();
      threads.shutdownNow();
    }
  }

  private void throttle(Template template) {
    var stage = (ObjectNode) template.onlyResource("AWS::ApiGatewayV2::Stage").properties();
    stage
        .putObject("DefaultRouteSettings")
        .put("ThrottlingBurstLimit", admitted)
        .put("ThrottlingRateLimit", admitted);
  }

  /** The project around the jar or the classes directory of this class. */
  private static Path root() {
    try {
      var location = Campaign.class.getProtectionDomain().getCodeSource().getLocation();
      return Path.of(location.toURI()).resolve("../../../..").normalize();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}

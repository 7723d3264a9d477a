package io.github.cognitofirstlogin.drift;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command {@code bin/drift}. */
@Command(
    name = "bin/drift",
    description = {
      "Compares two of Cognito's service models, which botocore publishes, and names the lines of"
          + " this repository that are concerned.",
      "Exit status: 0 when nothing moved, 1 when something moved, 2 when they cannot be compared."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class Drift implements Callable<Integer> {
  private static final int NOTHING_MOVED = 0;
  private static final int SOMETHING_MOVED = 1;
  private static final int CANNOT_COMPARE = 2;

  @Option(
      names = "--from",
      paramLabel = "VERSION",
      description = "A version of botocore. Default: the one of the local user pool's model")
  private @Nullable String from;

  @Option(
      names = "--to",
      paramLabel = "VERSION",
      description = "A version of botocore. Default: the newest one")
  private @Nullable String to;

  @Option(
      names = "--index",
      paramLabel = "URL",
      defaultValue = "https://pypi.org/simple/",
      description = "The Python package index. Default: ${DEFAULT-VALUE}")
  private URI index = URI.create("");

  @Option(
      names = "--patience",
      paramLabel = "SECONDS",
      defaultValue = "300",
      description = "How long a download may take. Default: ${DEFAULT-VALUE}")
  private int patience;

  private final PrintStream out;
  private final PrintStream err;

  Drift(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  public static void main(String[] arguments) {
    System.exit(run(System.out, System.err, arguments));
  }

  static int run(PrintStream out, PrintStream err, String... arguments) {
    return new CommandLine(new Drift(out, err)).execute(arguments);
  }

  @Override
  public Integer call() throws IOException {
    try {
      return compare(Checkout.at(root()));
    } catch (CannotCompare e) {
      err.println("Cannot compare. " + e.getMessage());
      return CANNOT_COMPARE;
    }
  }

  private int compare(Checkout checkout) throws CannotCompare {
    var older = from != null ? from : checkout.pinnedVersion();
    var releases = BotocoreReleases.in(index, new Downloads(Duration.ofSeconds(patience)));
    var newer = Optional.ofNullable(to).orElseGet(releases::newest);
    if (older.equals(newer) && releases.has(older)) {
      out.println("Nothing moved: both models are those of botocore " + older + ".");
      return NOTHING_MOVED;
    }
    var before = releases.model(older);
    var now = releases.model(newer);
    var known = new TreeSet<>(before.operations());
    known.addAll(now.operations());
    var moves = new Comparison(before, now, checkout.operationsInUse(known)).moves();
    if (moves.isEmpty()) {
      out.printf("Nothing moved between botocore %s and %s.%n", older, newer);
      return NOTHING_MOVED;
    }
    out.printf("Cognito's service model moved between botocore %s and %s.%n", older, newer);
    moves.forEach(move -> print(move, checkout.linesNaming(move.names())));
    return SOMETHING_MOVED;
  }

  private void print(Move move, List<String> lines) {
    out.println();
    out.println(move.sentence());
    if (lines.isEmpty()) {
      out.println("  nothing here names it");
    }
    lines.forEach(line -> out.println("  " + line));
  }

  /** The project around the jar or the classes directory that this class is in. */
  private static Path root() {
    try {
      var location = Drift.class.getProtectionDomain().getCodeSource().getLocation();
      return Path.of(location.toURI()).resolve("../../../..").normalize();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}

package io.github.cognitofirstlogin.protections;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command {@code bin/protections}. */
@Command(
    name = "bin/protections",
    description = {
      "Switches off each protection in protections/table, one line of the sources at a time, and"
          + " runs the tests that must fail then. Prints the table of docs/reliability.md.",
      "Exit status: 0 when they all fail, 1 when a protection can be switched off unseen or no"
          + " longer stands in its source."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class Protections implements Callable<Integer> {
  @Option(
      names = "--only",
      paramLabel = "NAME",
      description =
          "Only protections with that in their name, in any case; may be repeated. Default: all")
  private List<String> only = List.of("");

  private Protections() {}

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Protections()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    long start = System.nanoTime();
    Path root = root();
    List<Protection> chosen = Table.of(root).stream().filter(this::isChosen).toList();
    if (chosen.isEmpty()) {
      System.err.println("--only: no protection has that in its name: " + String.join(", ", only));
      return CommandLine.ExitCode.USAGE;
    }
    List<Switch> switches = chosen.stream().flatMap(each -> each.switches().stream()).toList();
    List<String> wrong = new Trials(root, new Progress(switches.size())).wrong(switches);
    System.out.println(Protection.HEADER);
    chosen.forEach(protection -> System.out.println(protection.row()));
    System.out.printf(
        "%nSwitched off in %d places in %d s, of which the tests did not see %d%n",
        switches.size(), Duration.ofNanos(System.nanoTime() - start).toSeconds(), wrong.size());
    wrong.forEach(System.out::println);
    return wrong.isEmpty() ? 0 : 1;
  }

  private boolean isChosen(Protection protection) {
    String name = protection.name().toLowerCase(Locale.ROOT);
    return only.stream().anyMatch(part -> name.contains(part.toLowerCase(Locale.ROOT)));
  }

  /** The project around the jar or the classes directory of this class. */
  private static Path root() {
    try {
      var location = Protections.class.getProtectionDomain().getCodeSource().getLocation();
      return Path.of(location.toURI()).resolve("../../..").normalize();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}

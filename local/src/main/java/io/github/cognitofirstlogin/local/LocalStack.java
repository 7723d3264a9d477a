package io.github.cognitofirstlogin.local;

import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cognitofirstlogin.userpool.http.HostNames;
import io.github.cognitofirstlogin.userpool.template.TemplateException;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command {@code bin/local}. */
@Command(
    name = "bin/local",
    description = "Runs the whole stack on this machine, from the template of cdk synth.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    versionProvider = LocalStack.Version.class)
public final class LocalStack implements Callable<Integer> {

  private static final int FAILED = 1;
  private static final int MISUSED = 2;

  private static final PrettyPrinter AS_THE_CDK_CLI_INDENTS =
      new DefaultPrettyPrinter(
          Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER));

  @Mixin private final Options options = new Options();

  @Spec private CommandSpec command = CommandSpec.create();

  private LocalStack() {}

  public static void main(String[] arguments) {
    var status = commandLine().execute(arguments);
    System.exit(status);
  }

  static CommandLine commandLine() {
    return new CommandLine(new LocalStack())
        .setParameterExceptionHandler(
            (misuse, arguments) -> {
              misuse.getCommandLine().getErr().println(misuse.getMessage());
              return MISUSED;
            })
        .setExecutionExceptionHandler(LocalStack::failed);
  }

  /** Runs until the process ends. */
  @Override
  public Integer call() throws IOException, InterruptedException {
    var request =
        new RunningStack.Request(
            root(),
            options.port(),
            options.userPoolPort(),
            options.context(),
            HostNames.ofThisMachineAnd(options.allowedHosts()));
    var running = RunningStack.of(request, System.getenv(), System.err);
    var report = running.start();
    if (options.outputsFile().isPresent()) {
      write(options.outputsFile().get(), report);
    }
    print(report, command.commandLine().getOut());
    new CountDownLatch(1).await();
    return 0;
  }

  private static void write(Path file, RunningStack.Report report) throws IOException {
    var parent = file.toAbsolutePath().getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    var json = new ObjectMapper().writer(AS_THE_CDK_CLI_INDENTS);
    Files.writeString(
        file, json.writeValueAsString(Map.of(report.stackName(), report.outputs())) + "\n");
  }

  private static void print(RunningStack.Report report, PrintWriter out) {
    out.println("Outputs:");
    report
        .outputs()
        .forEach((name, value) -> out.println(report.stackName() + "." + name + " = " + value));
    out.println();
    report.notes().forEach(out::println);
    report
        .firstLogin()
        .ifPresent(
            login -> {
              out.println(
                  "The user '%s' (%s) has the temporary password %s"
                      .formatted(login.username(), login.email(), login.temporaryPassword()));
              out.println();
              out.println("A first login, ready to paste into bash or zsh:");
              out.println();
              login.commands().forEach(out::println);
            });
    out.println();
    out.println("Ready; Ctrl-C ends everything.");
    out.flush();
  }

  private static int failed(
      Exception failure, CommandLine commandLine, CommandLine.ParseResult arguments)
      throws Exception {
    if (failure instanceof StartFailure
        || failure instanceof TemplateException
        || failure instanceof IOException) {
      commandLine.getErr().println(failure.getMessage());
      return FAILED;
    }
    throw failure;
  }

  /** The project around the jar or the classes directory of this class. */
  private static Path root() {
    try {
      var location = LocalStack.class.getProtectionDomain().getCodeSource().getLocation();
      return Path.of(location.toURI()).resolve("../../..").normalize();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The version that the build wrote into the jar. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      var version = LocalStack.class.getPackage().getImplementationVersion();
      return new String[] {"bin/local " + version};
    }
  }
}

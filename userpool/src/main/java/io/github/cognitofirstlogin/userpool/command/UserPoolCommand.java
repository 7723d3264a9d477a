package io.github.cognitofirstlogin.userpool.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cognitofirstlogin.userpool.UserPoolServer;
import io.github.cognitofirstlogin.userpool.http.HostNames;
import io.github.cognitofirstlogin.userpool.settings.UserPoolClientSettings;
import io.github.cognitofirstlogin.userpool.settings.UserPoolSettings;
import io.github.cognitofirstlogin.userpool.template.TemplateException;
import io.github.cognitofirstlogin.userpool.users.OutboxMessage;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code bin/user-pool}: the strict user pool alone, for the tests of any project. */
@Command(
    name = "bin/user-pool",
    description = "Runs a strict local stand-in for one Cognito user pool and one app client.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class UserPoolCommand implements Callable<Integer> {

  private static final int FAILED = 1;
  private static final int MISUSED = 2;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description =
          "A CloudFormation template with one user pool and one client, or JSON with the members"
              + " UserPool and UserPoolClient (CloudFormation properties) and Users (inputs of"
              + " AdminCreateUser).")
  private @Nullable Path file;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "9229",
      converter = PortConverter.class,
      description = "The port of the user pool; 0 takes any free port. Default: ${DEFAULT-VALUE}")
  private int port;

  @Option(
      names = "--control-port",
      paramLabel = "PORT",
      defaultValue = "9230",
      converter = PortConverter.class,
      description =
          "The port for faults, clock, outbox, ledger and reset. Default: ${DEFAULT-VALUE}")
  private int controlPort;

  @Mixin private final AllowedHosts allowedHosts = new AllowedHosts();

  @Option(
      names = "--outputs-file",
      paramLabel = "FILE",
      description = "Write the ids and the endpoints to this file as JSON.")
  private @Nullable Path outputsFile;

  @Spec private CommandSpec command = CommandSpec.create();

  private UserPoolCommand() {}

  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return new CommandLine(new UserPoolCommand())
        .setParameterExceptionHandler(
            (misuse, arguments) -> {
              misuse.getCommandLine().getErr().println(misuse.getMessage());
              return MISUSED;
            })
        .setExecutionExceptionHandler(UserPoolCommand::failed);
  }

  /** Runs until the process is ended. */
  @Override
  public Integer call() throws IOException, InterruptedException {
    var out = command.commandLine().getOut();
    var settings = file == null ? UserPoolFile.none() : UserPoolFile.read(file);
    try (var server =
        UserPoolServer.start(
            port,
            controlPort,
            HostNames.ofThisMachineAnd(allowedHosts.names()),
            Clock.systemUTC(),
            sent -> print(sent, out))) {
      var outputs = create(server, settings, command.commandLine().getErr());
      if (outputsFile != null) {
        Files.writeString(outputsFile, new ObjectMapper().writeValueAsString(outputs) + "\n");
      }
      outputs.forEach((name, value) -> out.println(name + " = " + value));
      out.println();
      out.println("export AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER=" + outputs.get("Endpoint"));
      out.println();
      out.println("Ready; Ctrl-C ends it.");
      out.flush();
      new CountDownLatch(1).await();
    }
    return 0;
  }

  private static Map<String, String> create(
      UserPoolServer server, UserPoolFile settings, PrintWriter err) {
    var poolId = server.createUserPool(UserPoolSettings.from(settings.userPool(), err::println));
    var client =
        server.createUserPoolClient(
            poolId, UserPoolClientSettings.from(settings.userPoolClient(), err::println));
    settings.users().forEach(user -> server.createUser(poolId, user));
    var outputs = new LinkedHashMap<String, String>();
    outputs.put("UserPoolId", poolId);
    outputs.put("UserPoolClientId", client.id());
    client.secret().ifPresent(secret -> outputs.put("UserPoolClientSecret", secret));
    outputs.put("Endpoint", "http://localhost:" + server.port());
    outputs.put("ControlEndpoint", "http://localhost:" + server.controlPort());
    return outputs;
  }

  private static void print(OutboxMessage sent, PrintWriter out) {
    out.println(sent.medium() + " to " + sent.to() + ": " + sent.text());
    out.flush();
  }

  private static int failed(
      Exception failure, CommandLine commandLine, CommandLine.ParseResult arguments)
      throws Exception {
    if (failure instanceof TemplateException
        || failure instanceof IllegalArgumentException
        || failure instanceof IOException) {
      commandLine.getErr().println(failure.getMessage());
      return FAILED;
    }
    throw failure;
  }
}

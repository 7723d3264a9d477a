package io.github.cognitofirstlogin.local;

import io.github.cognitofirstlogin.local.gateway.Gateway;
import io.github.cognitofirstlogin.local.gateway.HttpApi;
import io.github.cognitofirstlogin.local.template.Coverage;
import io.github.cognitofirstlogin.userpool.UserPoolServer;
import io.github.cognitofirstlogin.userpool.http.HostNames;
import io.github.cognitofirstlogin.userpool.http.HttpServer;
import io.github.cognitofirstlogin.userpool.users.OutboxMessage;
import java.io.IOException;
import java.io.PrintStream;
import java.net.BindException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;

/** The whole stack while it runs on this machine. */
final class RunningStack implements AutoCloseable {

  /**
   * The settings of a run: the project's directory, the ports, the CDK context, and the host names
   * that the user pool accepts.
   */
  record Request(
      Path root, int port, int userPoolPort, List<String> context, HostNames userPoolHosts) {
    Request(Path root, int port, int userPoolPort, List<String> context) {
      this(root, port, userPoolPort, context, HostNames.ofThisMachine());
    }
  }

  /** The text to print when the stack runs. */
  record Report(
      String stackName,
      SortedMap<String, String> outputs,
      String apiUrl,
      List<String> notes,
      Optional<FirstLogin> firstLogin) {}

  private final Request request;
  private final Map<String, String> environment;
  private final PrintStream log;
  private final Deque<Runnable> closing = new ArrayDeque<>();

  private RunningStack(Request request, Map<String, String> environment, PrintStream log) {
    this.request = request;
    this.environment = environment;
    this.log = log;
  }

  /** Warnings, progress and the function's log go to the log, one line each. */
  static RunningStack of(Request request, Map<String, String> environment, PrintStream log) {
    return new RunningStack(request, environment, log);
  }

  Report start() throws IOException, InterruptedException {
    // The ports are opened first, so that a port in use is reported before the synthesis.
    var cognito = Cognito.from(environment, this::localUserPool);
    closing.push(cognito::close);
    var api = new CompletableFuture<HttpApi>();
    var gateway = listen(api);
    closing.push(gateway::close);

    var assembly = new Synthesis(request.root(), request.context(), log).assembly();
    Coverage.gaps(assembly.template()).forEach(this::warn);
    var deployment = new LocalDeployment(assembly, cognito.region(assembly.template()));
    closing.push(deployment::close);
    var address = deployment.address(gateway.port());
    var apiUrl = deployment.apiUrl(address);
    var deployed = deployment.create(address, cognito, this::warn, line -> say("function", line));
    api.complete(deployed);
    var notes = new ArrayList<>(List.of(WebPage.note(address)));
    notes.addAll(cognito.notes());
    SampleRoute.note(deployed, apiUrl).ifPresent(notes::add);
    return new Report(
        assembly.stackName(),
        deployment.outputs(address),
        apiUrl,
        List.copyOf(notes),
        cognito.demoUser(apiUrl));
  }

  @Override
  public void close() {
    closing.forEach(Runnable::run);
  }

  private LocalUserPool localUserPool() throws IOException {
    try {
      return new LocalUserPool(
          UserPoolServer.start(
              request.userPoolPort(),
              0,
              request.userPoolHosts(),
              Clock.systemUTC(),
              this::deliver));
    } catch (BindException e) {
      throw inUse(request.userPoolPort(), Options.USER_POOL_PORT);
    }
  }

  private HttpServer listen(CompletableFuture<HttpApi> api) throws IOException {
    try {
      return Gateway.start(
          request.port(),
          api,
          deployed -> new WebPage(request.root(), deployed)::answer,
          Clock.systemUTC(),
          line -> say("gateway", line));
    } catch (BindException e) {
      throw inUse(request.port(), Options.PORT);
    }
  }

  private static StartFailure inUse(int port, String option) {
    return new StartFailure(
        "Port %d is in use; choose another with %s, or %s 0 for any free one"
            .formatted(port, option, option));
  }

  private void deliver(OutboxMessage message) {
    var medium = message.medium() == OutboxMessage.Medium.EMAIL ? "e-mail" : "text message";
    say(medium + " to " + message.to(), message.text());
  }

  private void warn(String warning) {
    say("warning", warning);
  }

  private void say(String who, String line) {
    log.println("[" + who + "] " + line.stripTrailing());
  }
}

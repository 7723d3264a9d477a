package io.github.cognitofirstlogin.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitofirstlogin.local.gateway.Gateway;
import io.github.cognitofirstlogin.local.gateway.HttpApi;
import io.github.cognitofirstlogin.local.userpool.UserPoolServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The synthesized stack, running in this JVM as {@link RunningStack} runs it, with the control
 * endpoint of its user pool at hand.
 */
public final class DeployedStack implements AutoCloseable {
  private final Deque<Runnable> closing = new ArrayDeque<>();
  private final Queue<String> functionLog = new ConcurrentLinkedQueue<>();
  private final String apiUrl;
  private final String userPoolUrl;
  private final String controlUrl;
  private final String userPoolId;
  private final JsonNode passwordPolicy;

  private DeployedStack(List<String> context, List<String> secondFactors)
      throws IOException, InterruptedException {
    var server = UserPoolServer.start(0, 0, Clock.systemUTC(), message -> {});
    var cognito = new LocalUserPool(server);
    closing.push(cognito::close);
    userPoolUrl = "http://localhost:" + server.port();
    controlUrl = "http://localhost:" + server.controlPort();
    var api = new CompletableFuture<HttpApi>();
    var gateway = Gateway.start(0, api, Clock.systemUTC(), functionLog::add);
    closing.push(gateway::close);
    apiUrl = "http://localhost:" + gateway.port();
    var progress = new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8);
    var assembly = new Synthesis(Path.of(""), context, progress).assembly();
    var pool = assembly.template().onlyResource(LocalUserPool.POOL_TYPE).properties();
    passwordPolicy = pool.at("/Policies/PasswordPolicy");
    if (!secondFactors.isEmpty()) {
      var enabled = ((ObjectNode) pool).putArray("EnabledMfas");
      secondFactors.forEach(enabled::add);
    }
    var deployment = new LocalDeployment(assembly, cognito.region());
    closing.push(deployment::close);
    api.complete(deployment.create(apiUrl, cognito, functionLog::add, functionLog::add));
    userPoolId = deployment.outputs(apiUrl).get("UserPoolId");
  }

  /**
   * As {@code cdk deploy -c ...} would; with second factors, the pool has those instead of its own.
   */
  public static DeployedStack start(List<String> context, List<String> secondFactors)
      throws IOException, InterruptedException {
    return new DeployedStack(context, secondFactors);
  }

  public String apiUrl() {
    return apiUrl;
  }

  public String userPoolUrl() {
    return userPoolUrl;
  }

  public String controlUrl() {
    return controlUrl;
  }

  public String userPoolId() {
    return userPoolId;
  }

  /** As CloudFormation would get it. */
  public JsonNode passwordPolicy() {
    return passwordPolicy;
  }

  /** What the function and the gateway have logged so far. */
  public String log() {
    return String.join("\n", functionLog);
  }

  @Override
  public void close() {
    closing.forEach(Runnable::run);
  }
}

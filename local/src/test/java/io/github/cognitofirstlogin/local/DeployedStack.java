package io.github.cognitofirstlogin.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitofirstlogin.local.template.Template;
import io.github.cognitofirstlogin.oracle.Watch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;

/** The stack of this checkout in this JVM, its log kept, with the addresses that tests ask. */
public final class DeployedStack implements AutoCloseable {
  private final Queue<String> log = new ConcurrentLinkedQueue<>();
  private final AtomicReference<JsonNode> passwordPolicy = new AtomicReference<>();
  private final InspectedStack stack;

  private DeployedStack(List<String> context, List<String> secondFactors)
      throws IOException, InterruptedException {
    stack =
        InspectedStack.of(Path.of(""))
            .context(context)
            .change(template -> change(template, secondFactors))
            .log(this::logged)
            .start();
  }

  /**
   * As {@code cdk deploy -c ...} would; with second factors, the pool has those instead of its own.
   */
  public static DeployedStack start(List<String> context, List<String> secondFactors)
      throws IOException, InterruptedException {
    return new DeployedStack(context, secondFactors);
  }

  private void logged(String line) {
    log.add(line);
    Watch.current().logged(line);
  }

  private void change(Template template, List<String> secondFactors) {
    var pool = template.onlyResource(LocalUserPool.POOL_TYPE).properties();
    passwordPolicy.set(pool.at("/Policies/PasswordPolicy"));
    if (!secondFactors.isEmpty()) {
      var enabled = ((ObjectNode) pool).putArray("EnabledMfas");
      secondFactors.forEach(enabled::add);
    }
  }

  public String apiUrl() {
    return stack.apiUrl();
  }

  public String userPoolUrl() {
    return "http://localhost:" + stack.userPool().port();
  }

  public String controlUrl() {
    return "http://localhost:" + stack.userPool().controlPort();
  }

  public String userPoolId() {
    return stack.userPoolId();
  }

  /** As CloudFormation would get it. */
  public JsonNode passwordPolicy() {
    return passwordPolicy.get();
  }

  /** What the function and the gateway have logged so far. */
  public String log() {
    return String.join("\n", log);
  }

  @Override
  public void close() {
    stack.close();
  }
}

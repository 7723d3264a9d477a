package io.github.cognitofirstlogin.local;

import io.github.cognitofirstlogin.local.gateway.Gateway;
import io.github.cognitofirstlogin.local.gateway.HttpApi;
import io.github.cognitofirstlogin.userpool.UserPoolServer;
import io.github.cognitofirstlogin.userpool.template.Template;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * The synthesized stack in this JVM, as {@link RunningStack} runs it, for tests that also inspect
 * its user pool.
 */
public final class InspectedStack implements AutoCloseable {
  private final Deque<Runnable> closing = new ArrayDeque<>();
  private final UserPoolServer userPool;
  private final String apiUrl;
  private final String userPoolId;
  private final String userPoolClientId;

  private InspectedStack(Builder builder) throws IOException, InterruptedException {
    userPool = UserPoolServer.start(0, 0, Clock.systemUTC(), message -> {});
    var cognito = new LocalUserPool(userPool);
    closing.push(cognito::close);
    var api = new CompletableFuture<HttpApi>();
    var gateway = Gateway.start(0, api, Clock.systemUTC(), builder.log);
    closing.push(gateway::close);
    var address = "http://localhost:" + gateway.port();
    var progress = new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8);
    var assembly = new Synthesis(builder.root, builder.context, progress).assembly();
    builder.change.accept(assembly.template());
    var deployment = new LocalDeployment(assembly, cognito.region(assembly.template()));
    closing.push(deployment::close);
    apiUrl = deployment.apiUrl(address);
    api.complete(deployment.create(address, cognito, builder.log, builder.log));
    var outputs = deployment.outputs(address);
    userPoolId = Objects.requireNonNull(outputs.get("UserPoolId"));
    userPoolClientId = Objects.requireNonNull(outputs.get("UserPoolClientId"));
  }

  /** The stack that {@code cdk deploy} would deploy from this directory. */
  public static Builder of(Path root) {
    return new Builder(root);
  }

  public String apiUrl() {
    return apiUrl;
  }

  public String userPoolId() {
    return userPoolId;
  }

  public String userPoolClientId() {
    return userPoolClientId;
  }

  public UserPoolServer userPool() {
    return userPool;
  }

  @Override
  public void close() {
    closing.forEach(Runnable::run);
  }

  /** The differences from the usual stack. */
  public static final class Builder {
    private final Path root;
    private List<String> context = List.of();
    private Consumer<Template> change = template -> {};
    private Consumer<String> log = line -> {};

    private Builder(Path root) {
      this.root = root;
    }

    /** Context as in {@code cdk deploy -c ...}, each {@code key=value}. */
    public Builder context(List<String> settings) {
      context = settings;
      return this;
    }

    /** Changes the template before the stack starts. */
    public Builder change(Consumer<Template> toTemplate) {
      change = toTemplate;
      return this;
    }

    /** Receives each line that the function and the gateway log. */
    public Builder log(Consumer<String> lines) {
      log = lines;
      return this;
    }

    public InspectedStack start() throws IOException, InterruptedException {
      return new InspectedStack(this);
    }
  }
}

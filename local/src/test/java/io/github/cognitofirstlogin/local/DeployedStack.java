package io.github.cognitofirstlogin.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitofirstlogin.leaks.Watch;
import io.github.cognitofirstlogin.userpool.UserPoolServer;
import io.github.cognitofirstlogin.userpool.settings.UserPoolSettings;
import io.github.cognitofirstlogin.userpool.template.Template;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** The stack of this checkout in this JVM, with its log and its addresses. */
public final class DeployedStack implements AutoCloseable {
  private final Queue<String> log = new ConcurrentLinkedQueue<>();
  private final AtomicReference<JsonNode> passwordPolicy = new AtomicReference<>();
  private final InspectedStack stack;
  private final String clientSecret;

  private DeployedStack(List<String> context, Consumer<Template> change)
      throws IOException, InterruptedException {
    stack =
        InspectedStack.of(Path.of(""))
            .context(context)
            .change(template -> change(template, change))
            .log(this::logged)
            .start();
    clientSecret = readClientSecret();
  }

  /**
   * The stack of {@code cdk deploy -c ...}. With second factors, the pool has those instead of its
   * own.
   */
  public static DeployedStack start(List<String> context, List<String> secondFactors)
      throws IOException, InterruptedException {
    return start(
        context,
        template -> {
          if (!secondFactors.isEmpty()) {
            var enabled = ((ObjectNode) pool(template)).putArray("EnabledMfas");
            secondFactors.forEach(enabled::add);
          }
        });
  }

  /** The template is changed before the stack starts. */
  public static DeployedStack start(List<String> context, Consumer<Template> change)
      throws IOException, InterruptedException {
    return new DeployedStack(context, change);
  }

  private void logged(String line) {
    log.add(line);
    Watch.current().logged(line);
  }

  private void change(Template template, Consumer<Template> change) {
    passwordPolicy.set(pool(template).at("/Policies/PasswordPolicy"));
    change.accept(template);
  }

  private static JsonNode pool(Template template) {
    return template.onlyResource(UserPoolSettings.TYPE).properties();
  }

  /** The client's secret; empty if the client has none. */
  private String readClientSecret() throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(userPoolUrl()))
            .header("Content-Type", "application/x-amz-json-1.1")
            .header("X-Amz-Target", "AWSCognitoIdentityProviderService.DescribeUserPoolClient")
            .POST(
                BodyPublishers.ofString(
                    "{\"UserPoolId\":\"%s\",\"ClientId\":\"%s\"}"
                        .formatted(stack.userPoolId(), stack.userPoolClientId())))
            .build();
    var reply = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    return new ObjectMapper().readTree(reply.body()).at("/UserPoolClient/ClientSecret").asText();
  }

  /** The leak oracle of the running test watches this secret, which no test may read. */
  public void watchClientSecret() {
    Watch.current().secret(clientSecret);
  }

  /** The pool generates its keys in the background; on a busy machine that takes seconds. */
  public void awaitSigningKeys() throws IOException, InterruptedException {
    var address = userPoolUrl() + "/" + userPoolId() + "/.well-known/jwks.json";
    HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.discarding());
  }

  public UserPoolServer userPool() {
    return stack.userPool();
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

  /** The value that CloudFormation would report. */
  public JsonNode passwordPolicy() {
    return passwordPolicy.get();
  }

  /** The log of the function and the gateway so far. */
  public String log() {
    return String.join("\n", log);
  }

  @Override
  public void close() {
    stack.close();
  }
}

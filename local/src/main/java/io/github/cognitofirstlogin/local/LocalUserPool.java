package io.github.cognitofirstlogin.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cognitofirstlogin.userpool.UserPoolServer;
import io.github.cognitofirstlogin.userpool.settings.UserPoolClientSettings;
import io.github.cognitofirstlogin.userpool.settings.UserPoolSettings;
import io.github.cognitofirstlogin.userpool.template.Resolver;
import io.github.cognitofirstlogin.userpool.template.Resource;
import io.github.cognitofirstlogin.userpool.template.Template;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;

/** The template's user pool and app client, on a port of this machine. */
final class LocalUserPool implements Cognito {

  private static final String DEMO_USER = "demo";
  private static final String DEMO_EMAIL = "demo@example.com";

  /** Starts the server when a pool is needed. */
  @FunctionalInterface
  interface Start {
    LocalUserPool start() throws IOException;
  }

  private final UserPoolServer server;
  private String poolId = "";
  private int minimumPasswordLength;
  private List<String> missingAttributes = List.of();

  LocalUserPool(UserPoolServer server) {
    this.server = server;
  }

  @Override
  public String region(Template template) {
    return ExistingPool.in(template).map(ExistingPool::region).orElse("us-east-1");
  }

  @Override
  public void create(Template template, Resolver resolver, Consumer<String> warnings) {
    var existing = ExistingPool.in(template);
    if (existing.isPresent()) {
      standInFor(existing.get(), warnings);
    } else {
      create(template.onlyResource(UserPoolSettings.TYPE), resolver, warnings);
    }
    if (existing.flatMap(ExistingPool::clientId).isPresent()) {
      server.createUserPoolClient(
          poolId,
          existing.get().clientId().orElseThrow(),
          UserPoolClientSettings.from(existing.get().clientProperties(), warnings));
    } else {
      createClient(template.onlyResource(UserPoolClientSettings.TYPE), resolver, warnings);
    }
  }

  private void standInFor(ExistingPool existing, Consumer<String> warnings) {
    var settings = UserPoolSettings.from(existing.poolProperties(), warnings);
    minimumPasswordLength = settings.passwordPolicy().minimumLength();
    poolId = existing.id();
    server.createUserPool(poolId, settings);
    warnings.accept(
        "the settings of user pool %s are not in the template: a pool with this id and settings of our own stands in for it"
            .formatted(poolId));
  }

  private void create(Resource pool, Resolver resolver, Consumer<String> warnings) {
    var properties = resolver.properties(pool);
    var settings = UserPoolSettings.from(properties, warnings);
    missingAttributes = missingAttributes(properties);
    minimumPasswordLength = settings.passwordPolicy().minimumLength();
    poolId = server.createUserPool(settings);
    var region = poolId.substring(0, poolId.indexOf('_'));
    resolver.exists(
        pool,
        poolId,
        Map.of(
            "Arn", "arn:aws:cognito-idp:%s:123456789012:userpool/%s".formatted(region, poolId),
            "UserPoolId", poolId,
            "ProviderName", "cognito-idp.%s.amazonaws.com/%s".formatted(region, poolId)));
  }

  private void createClient(Resource client, Resolver resolver, Consumer<String> warnings) {
    var created =
        server.createUserPoolClient(
            poolId, UserPoolClientSettings.from(resolver.properties(client), warnings));
    var attributes = new HashMap<>(Map.of("ClientId", created.id()));
    created.secret().ifPresent(secret -> attributes.put("ClientSecret", secret));
    resolver.exists(client, created.id(), attributes);
  }

  /** The attributes that the schema requires and that the demo user lacks. */
  private static List<String> missingAttributes(JsonNode pool) {
    return StreamSupport.stream(pool.path("Schema").spliterator(), false)
        .filter(attribute -> attribute.path("Required").asBoolean())
        .map(attribute -> attribute.path("Name").asText())
        .filter(name -> !name.equals("email"))
        .sorted()
        .toList();
  }

  @Override
  public Map<String, String> functionEnvironment() {
    return Map.of(ENDPOINT_VARIABLE, url().toString());
  }

  /** Creates the user through the pool's own API, as an administrator does. */
  @Override
  public Optional<FirstLogin> demoUser(String apiUrl) throws IOException, InterruptedException {
    var login =
        new FirstLogin(
            apiUrl,
            DEMO_USER,
            DEMO_EMAIL,
            Passwords.random(minimumPasswordLength),
            Passwords.random(minimumPasswordLength),
            missingAttributes);
    var body =
        new ObjectMapper()
            .writeValueAsString(
                Map.of(
                    "UserPoolId",
                    poolId,
                    "Username",
                    DEMO_USER,
                    "TemporaryPassword",
                    login.temporaryPassword(),
                    "MessageAction",
                    "SUPPRESS",
                    "UserAttributes",
                    List.of(
                        Map.of("Name", "email", "Value", DEMO_EMAIL),
                        Map.of("Name", "email_verified", "Value", "true"))));
    var request =
        HttpRequest.newBuilder(url())
            .header("Content-Type", "application/x-amz-json-1.1")
            .header("X-Amz-Target", "AWSCognitoIdentityProviderService.AdminCreateUser")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    var reply = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    if (reply.statusCode() != 200) {
      throw new StartFailure("The user pool refuses the demo user: " + reply.body());
    }
    return Optional.of(login);
  }

  @Override
  public List<String> notes() {
    return List.of(
        "The function calls the user pool of the template, at " + url() + ".",
        "What Cognito would send to people is printed here, and listed at http://localhost:%d/outbox."
            .formatted(server.controlPort()));
  }

  @Override
  public void close() {
    server.close();
  }

  private URI url() {
    return URI.create("http://localhost:" + server.port());
  }
}

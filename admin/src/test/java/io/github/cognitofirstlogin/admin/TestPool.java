package io.github.cognitofirstlogin.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cognitofirstlogin.leaks.Watch;
import io.github.cognitofirstlogin.userpool.UserPoolServer;
import io.github.cognitofirstlogin.userpool.settings.UserPoolSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;

/**
 * The local user pool with the settings of the stack's pool, and the command that runs with it. A
 * test class registers it as an extension: the pool is empty before each test, and ends after the
 * last one.
 */
final class TestPool implements BeforeEachCallback, AfterAllCallback {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String SETTINGS =
      """
      {"AliasAttributes":["email"],
       "UsernameConfiguration":{"CaseSensitive":false},
       "AdminCreateUserConfig":{"AllowAdminCreateUserOnly":true,
         "InviteMessageTemplate":{"EmailMessage":"For {username}:\\n{####}\\n"}}}\
      """;

  static final String THREE =
      """
      username,email,groups,given_name
      alice,alice@example.com,ops;dev,Alice
      bob,bob@example.com,,
      carol,carol@example.com,ops,Carol
      """;

  /** The exit code and the output of a run of the command. */
  record Run(int status, String out, String err) {}

  private final UserPoolServer server;
  private final CognitoIdentityProviderClient client;
  private final Groups groups;
  private final String id;

  private TestPool(UserPoolServer server) throws IOException {
    this.server = server;
    id =
        server.createUserPool(
            UserPoolSettings.from(
                JSON.readTree(SETTINGS),
                warning -> {
                  throw new AssertionError(warning);
                }));
    client =
        CognitoIdentityProviderClient.builder()
            .endpointOverride(URI.create(endpoint()))
            .region(Region.US_EAST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
            .httpClient(UrlConnectionHttpClient.create())
            .overrideConfiguration(
                configuration ->
                    configuration.retryStrategy(
                        AwsRetryStrategy.standardRetryStrategy().toBuilder()
                            .backoffStrategy(BackoffStrategy.retryImmediately())
                            .throttlingBackoffStrategy(BackoffStrategy.retryImmediately())
                            .build()))
            .build();
    groups = new Groups(client);
  }

  static TestPool start() {
    try {
      return new TestPool(UserPoolServer.start(0, Clock.systemUTC()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Removes users, messages, faults and the ledger. The pool and its groups stay. */
  @Override
  public void beforeEach(ExtensionContext context) {
    control("POST", "/reset", "{}");
    groups.forget();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    client.close();
    server.close();
  }

  String id() {
    return id;
  }

  String endpoint() {
    return "http://localhost:" + server.port();
  }

  Groups groups() {
    return groups;
  }

  Run run(String... arguments) {
    return runIn(id, arguments);
  }

  Run runIn(String poolId, String... arguments) {
    var all = new ArrayList<>(List.of("--user-pool-id", poolId));
    all.addAll(List.of(arguments));
    var out = new StringWriter();
    var err = new StringWriter();
    var status =
        Invite.commandLine(region -> groups, TestPool::atOnce)
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(all.toArray(String[]::new));
    return watched(new Run(status, out.toString(), err.toString()));
  }

  /**
   * The command's output may be read by anybody, so it must not contain the passwords that were
   * sent.
   */
  Run watched(Run run) {
    passwords().forEach(Watch.current()::secret);
    Watch.current().logged(run.out());
    Watch.current().logged(run.err());
    return run;
  }

  /** Runs the command with a file users.csv of that content. */
  Run runFile(String csv, String... more) {
    try {
      var file = Files.createTempDirectory("invite").resolve("users.csv");
      try {
        Files.writeString(file, csv);
        return run(
            Stream.concat(Stream.of("--csv", file.toString()), Stream.of(more))
                .toArray(String[]::new));
      } finally {
        Files.delete(file);
        Files.delete(file.getParent());
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Pace atOnce(int perSecond) {
    return new Pace(perSecond, System::nanoTime, nanos -> {});
  }

  /** The operations that changed something, in order. */
  List<String> writes() {
    return operations(entry -> entry.get("applied").asBoolean())
        .filter(name -> !name.matches("AdminGetUser|DescribeUserPool"))
        .toList();
  }

  /** Every requested operation. */
  List<String> requests() {
    return operations(entry -> true).toList();
  }

  private Stream<String> operations(Predicate<JsonNode> filter) {
    var all = new ArrayList<JsonNode>();
    control("GET", "/ledger", "").forEach(all::add);
    return all.stream().filter(filter).map(entry -> entry.get("operation").asText());
  }

  /** The users to whom an invitation was sent, in order. */
  List<String> invited() {
    var to = new ArrayList<String>();
    messages().forEach(message -> to.add(message.get("to").asText()));
    return to;
  }

  /** The temporary passwords in the invitations, in order. */
  List<String> passwords() {
    var passwords = new ArrayList<String>();
    messages().forEach(message -> passwords.add(message.get("secret").asText()));
    return passwords;
  }

  private JsonNode messages() {
    return control("GET", "/outbox", "");
  }

  /** Completes the user's first login. */
  void confirm(String username) {
    client.adminSetUserPassword(
        request ->
            request
                .userPoolId(id)
                .username(username)
                .password("Chosen-Long-Enough-1")
                .permanent(true));
  }

  String attribute(String username, String name) {
    return client
        .adminGetUser(request -> request.userPoolId(id).username(username))
        .userAttributes()
        .stream()
        .filter(attribute -> attribute.name().equals(name))
        .map(AttributeType::value)
        .findFirst()
        .orElseThrow();
  }

  void fault(String json) {
    control("POST", "/faults", json);
  }

  private JsonNode control(String method, String path, String body) {
    try {
      var request =
          HttpRequest.newBuilder(URI.create("http://localhost:" + server.controlPort() + path))
              .header("Content-Type", "application/json")
              .method(method, HttpRequest.BodyPublishers.ofString(body))
              .build();
      var reply = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
      if (reply.statusCode() != 200) {
        throw new AssertionError(reply.body());
      }
      return JSON.readTree(reply.body());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}

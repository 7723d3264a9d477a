package io.github.cognitofirstlogin.userpool;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.cognitofirstlogin.userpool.settings.UserPoolClientSettings;
import io.github.cognitofirstlogin.userpool.settings.UserPoolSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

/** The local user pool itself: no known gaps. */
final class LocalTarget implements ContractTarget {

  private final Clock clock;
  private final Map<String, String> secrets = new ConcurrentHashMap<>();
  private final UserPoolServer server;
  private final CognitoIdentityProviderClient cognito;

  LocalTarget() {
    this(new SettableClock());
  }

  LocalTarget(Clock clock) {
    this.clock = clock;
    try {
      server =
          UserPoolServer.start(0, 0, clock, sent -> secrets.put(sent.username(), sent.secret()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    cognito = Sdk.cognito("http://localhost:" + server.port());
  }

  UserPoolServer server() {
    return server;
  }

  @Override
  public CognitoIdentityProviderClient cognito() {
    return cognito;
  }

  @Override
  public ContractPool create(String userPool, String userPoolClient) {
    var id = server.createUserPool(UserPoolSettings.from(json(userPool), LocalTarget::unexpected));
    return client(id, userPoolClient);
  }

  @Override
  public ContractPool createClient(ContractPool pool, String userPoolClient) {
    return client(pool.id(), userPoolClient);
  }

  @Override
  public Instant now() {
    return clock.instant();
  }

  @Override
  public void pass(Duration time) {
    ((SettableClock) clock).advance(time);
  }

  @Override
  public String secretSentTo(String username) {
    return Optional.ofNullable(secrets.get(username))
        .orElseThrow(() -> new AssertionError("nothing was sent to " + username));
  }

  @Override
  public Optional<String> endpoint() {
    return Optional.of("http://localhost:" + server.port());
  }

  @Override
  public Set<String> knownGaps() {
    return Set.of();
  }

  @Override
  public void close() {
    cognito.close();
    server.close();
  }

  private ContractPool client(String poolId, String properties) {
    var client =
        server.createUserPoolClient(
            poolId, UserPoolClientSettings.from(json(properties), LocalTarget::unexpected));
    return new ContractPool(cognito, poolId, client.id(), client.secret());
  }

  private static JsonNode json(String text) {
    try {
      return JsonMapper.builder().build().readTree(text);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void unexpected(String warning) {
    throw new AssertionError(warning);
  }
}

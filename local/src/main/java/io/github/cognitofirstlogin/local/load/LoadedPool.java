package io.github.cognitofirstlogin.local.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cognitofirstlogin.local.userpool.UserPoolClientSettings;
import io.github.cognitofirstlogin.local.userpool.UserPoolServer;
import io.github.cognitofirstlogin.local.userpool.UserPoolSettings;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The user pool that is asked, in the JVM of whoever makes the load: what it remembers must not
 * count as memory of the stack. It knows how long it took for each answer.
 */
final class LoadedPool implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, Duration> times = new ConcurrentHashMap<>();
  private final UserPoolServer server;
  private final String poolId;
  private final String clientId;

  LoadedPool(Duration delay) throws IOException {
    server = UserPoolServer.start(0, Clock.systemUTC());
    poolId = server.createUserPool(UserPoolSettings.defaults());
    var properties = JSON.createObjectNode();
    properties.putArray("ExplicitAuthFlows").add("ALLOW_USER_PASSWORD_AUTH");
    clientId =
        server
            .createUserPoolClient(poolId, UserPoolClientSettings.from(properties, warning -> {}))
            .id();
    server.answerAfter(delay, times::put);
  }

  /** What makes a bin/local use it. */
  Map<String, String> environment() {
    return Map.of(
        "AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER",
        "http://localhost:" + server.port(),
        "USER_POOL_CLIENT_ID",
        clientId,
        "USER_POOL_ID",
        poolId);
  }

  void invite(String username, String temporaryPassword) {
    server.createUser(
        poolId,
        JSON.createObjectNode()
            .put("Username", username)
            .put("TemporaryPassword", temporaryPassword)
            .put("MessageAction", "SUPPRESS"));
  }

  void forget(String username) {
    server.deleteUser(poolId, username);
  }

  /** How long the last answer about this user took here; zero when there was none. */
  Duration timeOf(String username) {
    var time = times.remove(username);
    return time == null ? Duration.ZERO : time;
  }

  /** From now on no answer comes. */
  void hang() {
    JsonNode fault =
        JSON.createObjectNode()
            .put("kind", "hang")
            .put("operation", "*")
            .put("times", Integer.MAX_VALUE);
    server.addFault(fault);
  }

  void recover() {
    server.clearFaults("");
  }

  @Override
  public void close() {
    server.close();
  }
}

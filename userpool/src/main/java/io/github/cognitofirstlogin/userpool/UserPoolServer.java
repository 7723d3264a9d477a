package io.github.cognitofirstlogin.userpool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitofirstlogin.userpool.crypto.Randoms;
import io.github.cognitofirstlogin.userpool.crypto.SigningKeys;
import io.github.cognitofirstlogin.userpool.http.HostNames;
import io.github.cognitofirstlogin.userpool.http.HttpServer;
import io.github.cognitofirstlogin.userpool.protocol.CognitoException;
import io.github.cognitofirstlogin.userpool.protocol.Json;
import io.github.cognitofirstlogin.userpool.settings.UserPoolClientSettings;
import io.github.cognitofirstlogin.userpool.settings.UserPoolSettings;
import io.github.cognitofirstlogin.userpool.users.Outbox;
import io.github.cognitofirstlogin.userpool.users.OutboxMessage;
import io.github.cognitofirstlogin.userpool.users.UserPool;
import io.github.cognitofirstlogin.userpool.users.UserPoolClient;
import io.github.cognitofirstlogin.userpool.users.UserPools;
import io.github.cognitofirstlogin.userpool.wire.CognitoApi;
import io.github.cognitofirstlogin.userpool.wire.ControlEndpoint;
import io.github.cognitofirstlogin.userpool.wire.Faults;
import io.github.cognitofirstlogin.userpool.wire.JumpingClock;
import io.github.cognitofirstlogin.userpool.wire.Ledger;
import io.github.cognitofirstlogin.userpool.wire.LedgerEntry;
import io.github.cognitofirstlogin.userpool.wire.Operations;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Cognito user pools on a loopback port, and their control endpoint on another. */
public final class UserPoolServer implements AutoCloseable {

  private static final String REGION = "us-east-1";

  private final UserPools pools = new UserPools();
  private final ExecutorService background =
      Executors.newSingleThreadExecutor(UserPoolServer::daemon);
  private final JumpingClock clock;
  private final Outbox outbox;
  private final Ledger ledger;
  private final Faults faults;
  private final CognitoApi api;
  private final HttpServer http;
  private final HttpServer control;

  private UserPoolServer(
      int port, int controlPort, HostNames hosts, Clock base, Consumer<OutboxMessage> listener)
      throws IOException {
    clock = new JumpingClock(base);
    outbox = new Outbox(clock, listener);
    ledger = new Ledger(clock);
    faults = new Faults(clock);
    api = new CognitoApi(hosts, Operations.of(pools, outbox, clock), pools, ledger, faults);
    http = HttpServer.start(port, api);
    try {
      control =
          HttpServer.start(
              controlPort, new ControlEndpoint(hosts, outbox, ledger, faults, clock, this::reset));
    } catch (IOException e) {
      http.close();
      throw e;
    }
  }

  /** The control endpoint has any free port. */
  public static UserPoolServer start(int port, Clock clock) throws IOException {
    return start(port, 0, clock, message -> {});
  }

  /** Accepts requests for this machine's own names only. */
  public static UserPoolServer start(
      int port, int controlPort, Clock clock, Consumer<OutboxMessage> listener) throws IOException {
    return start(port, controlPort, HostNames.ofThisMachine(), clock, listener);
  }

  /**
   * Port 0 takes any free port; a port in use throws a {@link java.net.BindException}. A request
   * for another host is refused. The listener gets each message when it is sent.
   */
  public static UserPoolServer start(
      int port, int controlPort, HostNames hosts, Clock clock, Consumer<OutboxMessage> listener)
      throws IOException {
    return new UserPoolServer(port, controlPort, hosts, clock, listener);
  }

  public int port() {
    return http.port();
  }

  public int controlPort() {
    return control.port();
  }

  /** Creates an empty pool and returns its id; the region before the underscore is us-east-1. */
  public String createUserPool(UserPoolSettings settings) {
    var id = Randoms.poolId(REGION);
    createUserPool(id, settings);
    return id;
  }

  /** Creates an empty pool in place of one that already has its id. */
  public void createUserPool(String id, UserPoolSettings settings) {
    pools.add(new UserPool(id, settings, new SigningKeys(background)));
  }

  public Client createUserPoolClient(String userPoolId, UserPoolClientSettings settings) {
    return createUserPoolClient(userPoolId, Randoms.clientId(), settings);
  }

  /** Creates a client in place of one that already has its id. */
  public Client createUserPoolClient(
      String userPoolId, String clientId, UserPoolClientSettings settings) {
    var pool =
        pools
            .find(userPoolId)
            .orElseThrow(() -> new IllegalArgumentException("there is no user pool " + userPoolId));
    var client = UserPoolClient.of(pool, clientId, settings);
    pools.add(client);
    return new Client(client.id(), client.secret());
  }

  /** Creates a user as AdminCreateUser does; the input needs no UserPoolId. */
  public void createUser(String userPoolId, JsonNode adminCreateUser) {
    if (!(adminCreateUser instanceof ObjectNode input)) {
      throw new IllegalArgumentException("a user must be a JSON object");
    }
    try {
      api.run("AdminCreateUser", input.deepCopy().put("UserPoolId", userPoolId));
    } catch (CognitoException e) {
      throw new IllegalArgumentException("the user cannot be created: " + e.text(), e);
    }
  }

  /** Deletes an existing user as AdminDeleteUser does. */
  public void deleteUser(String userPoolId, String username) {
    try {
      api.run(
          "AdminDeleteUser", Json.object().put("UserPoolId", userPoolId).put("Username", username));
    } catch (CognitoException e) {
      throw new IllegalArgumentException("the user cannot be deleted: " + e.text(), e);
    }
  }

  /** Adds a fault from the control endpoint's JSON. */
  public void addFault(JsonNode fault) {
    faults.add(fault);
  }

  /** Removes the faults for this subject that no request has met. */
  public void clearFaults(String subject) {
    faults.clear(subject);
  }

  /** The number of requests so far. */
  public long requestCount() {
    return ledger.count();
  }

  /** The requests about a username or a refresh token after the first {@code count} requests. */
  public List<LedgerEntry> requestsSince(long count, String subject) {
    return ledger.since(count, subject);
  }

  /**
   * Deletes users, sessions, tokens, messages, faults, the ledger and clock jumps. Pools and
   * clients stay.
   */
  public void reset() {
    faults.clear();
    clock.back();
    pools.removeUsers();
    api.use(Operations.of(pools, outbox, clock));
    outbox.clear();
    ledger.clear();
  }

  @Override
  public void close() {
    control.close();
    http.close();
    background.shutdownNow();
  }

  /** The name of a new app client, and its secret if its settings ask for one. */
  public record Client(String id, Optional<String> secret) {
    @Override
    public String toString() {
      return "Client[" + id + "]";
    }
  }

  private static Thread daemon(Runnable work) {
    var thread = new Thread(work, "signing-keys");
    thread.setDaemon(true);
    return thread;
  }
}

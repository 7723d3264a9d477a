package io.github.cognitofirstlogin.userpool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitofirstlogin.userpool.http.HostNames;
import io.github.cognitofirstlogin.userpool.http.HttpServer;
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

  /** With the control endpoint on any free port. */
  public static UserPoolServer start(int port, Clock clock) throws IOException {
    return start(port, 0, clock, message -> {});
  }

  /** For requests to this machine's own names. */
  public static UserPoolServer start(
      int port, int controlPort, Clock clock, Consumer<OutboxMessage> listener) throws IOException {
    return start(port, controlPort, HostNames.ofThisMachine(), clock, listener);
  }

  /**
   * Port 0 takes any free one; a port in use is a {@link java.net.BindException}. A request for
   * another host is refused. The listener hears of each message as it is sent.
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

  /** A new, empty pool; the answer is its id, and the region before the underscore is us-east-1. */
  public String createUserPool(UserPoolSettings settings) {
    var id = Randoms.poolId(REGION);
    createUserPool(id, settings);
    return id;
  }

  /** A new, empty pool in the place of one that has its id already. */
  public void createUserPool(String id, UserPoolSettings settings) {
    pools.add(new UserPool(id, settings, new SigningKeys(background)));
  }

  public Client createUserPoolClient(String userPoolId, UserPoolClientSettings settings) {
    return createUserPoolClient(userPoolId, Randoms.clientId(), settings);
  }

  /** A client in the place of one that has its id already. */
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

  /** A user as AdminCreateUser makes one; the input needs no UserPoolId. */
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

  /** As AdminDeleteUser, of a user that there is. */
  public void deleteUser(String userPoolId, String username) {
    try {
      api.run(
          "AdminDeleteUser", Json.object().put("UserPoolId", userPoolId).put("Username", username));
    } catch (CognitoException e) {
      throw new IllegalArgumentException("the user cannot be deleted: " + e.text(), e);
    }
  }

  /** As the control endpoint takes one. */
  public void addFault(JsonNode fault) {
    faults.add(fault);
  }

  /** Takes the faults back that were for this subject and that nobody has met. */
  public void clearFaults(String subject) {
    faults.clear(subject);
  }

  /** How many requests there have been. */
  public long requestCount() {
    return ledger.count();
  }

  /** What was asked about a username or a refresh token since there were so many requests. */
  public List<LedgerEntry> requestsSince(long count, String subject) {
    return ledger.since(count, subject);
  }

  /**
   * Forgets users, sessions, tokens, messages, faults, the ledger and clock jumps; pools and
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

  /** What a new app client is called by, and the secret it has where its settings ask for one. */
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

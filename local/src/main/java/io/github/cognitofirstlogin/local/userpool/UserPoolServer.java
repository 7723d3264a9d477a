package io.github.cognitofirstlogin.local.userpool;

import io.github.cognitofirstlogin.local.http.HttpServer;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Cognito user pools on a loopback port. */
public final class UserPoolServer implements AutoCloseable {

  private static final String REGION = "us-east-1";

  private final UserPools pools = new UserPools();
  private final ExecutorService background =
      Executors.newSingleThreadExecutor(new DefaultThreadFactory("signing-keys", true));
  private final HttpServer http;

  private UserPoolServer(int port, Clock clock) throws IOException {
    http = HttpServer.start(port, new CognitoApi(Operations.of(pools, clock), pools));
  }

  /** Port 0 takes any free one. A port in use is a {@link java.net.BindException}. */
  public static UserPoolServer start(int port, Clock clock) throws IOException {
    return new UserPoolServer(port, clock);
  }

  public int port() {
    return http.port();
  }

  /** A new, empty pool; the answer is its id, and the region before the underscore is us-east-1. */
  public String createUserPool(UserPoolSettings settings) {
    var pool = new UserPool(Randoms.poolId(REGION), settings, new SigningKeys(background));
    pools.add(pool);
    return pool.id();
  }

  public Client createUserPoolClient(String userPoolId, UserPoolClientSettings settings) {
    var pool =
        pools
            .find(userPoolId)
            .orElseThrow(() -> new IllegalArgumentException("there is no user pool " + userPoolId));
    var client = UserPoolClient.of(pool, settings);
    pools.add(client);
    return new Client(client.id(), client.secret());
  }

  @Override
  public void close() {
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
}

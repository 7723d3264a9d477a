package io.github.cognitofirstlogin.userpool.users;

import io.github.cognitofirstlogin.userpool.protocol.CognitoException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The existing pools and clients. */
public final class UserPools {

  private final Map<String, UserPool> pools = new ConcurrentHashMap<>();
  private final Map<String, UserPoolClient> clients = new ConcurrentHashMap<>();

  public void add(UserPool pool) {
    pools.put(pool.id(), pool);
  }

  public void add(UserPoolClient client) {
    clients.put(client.id(), client);
  }

  public Optional<UserPool> find(String poolId) {
    return Optional.ofNullable(pools.get(poolId));
  }

  public Optional<UserPool> ofIssuer(String issuer) {
    return pools.values().stream().filter(pool -> pool.issuer().equals(issuer)).findFirst();
  }

  public void removeUsers() {
    pools.values().forEach(UserPool::removeUsers);
  }

  UserPool pool(String id) {
    return find(id)
        .orElseThrow(
            () -> CognitoException.resourceNotFound("User pool " + id + " does not exist."));
  }

  public UserPoolClient client(String id) {
    var client = clients.get(id);
    if (client == null) {
      throw CognitoException.resourceNotFound("User pool client " + id + " does not exist.");
    }
    return client;
  }

  /** The pool and the user that an administrator names. */
  User user(UserPool pool, String name) {
    return pool.find(name).orElseThrow(CognitoException::userNotFound);
  }
}

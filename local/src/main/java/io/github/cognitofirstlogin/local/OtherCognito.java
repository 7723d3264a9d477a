package io.github.cognitofirstlogin.local;

import io.github.cognitofirstlogin.local.template.Resolver;
import io.github.cognitofirstlogin.local.template.Template;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A Cognito that is already there; only its endpoint, the app client and perhaps the pool are
 * known. Signing in takes no pool, verifying a session does.
 */
record OtherCognito(String endpoint, String clientId, Optional<String> poolId, String region)
    implements Cognito {

  @Override
  public void create(Template template, Resolver resolver, Consumer<String> warnings) {
    resolver.exists(template.onlyResource(LocalUserPool.POOL_TYPE), poolId.orElse(""), Map.of());
    resolver.exists(template.onlyResource(LocalUserPool.CLIENT_TYPE), clientId, Map.of());
  }

  @Override
  public Map<String, String> functionEnvironment() {
    return Map.of(
        ENDPOINT_VARIABLE, endpoint, POOL_ID_VARIABLE, poolId.orElse(region + "_unknown"));
  }

  @Override
  public Optional<FirstLogin> demoUser(String apiUrl) {
    return Optional.empty();
  }

  @Override
  public List<String> notes() {
    var calls = "The function calls Cognito at " + endpoint + ", from " + ENDPOINT_VARIABLE + ".";
    return poolId.isPresent()
        ? List.of(calls)
        : List.of(calls, "It accepts no session, for " + POOL_ID_VARIABLE + " is not set.");
  }

  @Override
  public void close() {
    // Not ours to end.
  }
}

package io.github.cognitofirstlogin.local;

import io.github.cognitofirstlogin.userpool.settings.UserPoolClientSettings;
import io.github.cognitofirstlogin.userpool.settings.UserPoolSettings;
import io.github.cognitofirstlogin.userpool.template.Resolver;
import io.github.cognitofirstlogin.userpool.template.Template;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * An existing Cognito, of which only the endpoint, the app client and perhaps the pool are known.
 * Signing in needs no pool id; verifying a session does.
 */
record OtherCognito(String endpoint, String clientId, Optional<String> poolId, String region)
    implements Cognito {

  @Override
  public String region(Template template) {
    return region;
  }

  /**
   * A pool or client that is missing in the template is an existing one, so only its id is known.
   */
  @Override
  public void create(Template template, Resolver resolver, Consumer<String> warnings) {
    template
        .resources(UserPoolSettings.TYPE)
        .forEach(pool -> resolver.exists(pool, poolId.orElse(""), Map.of()));
    template
        .resources(UserPoolClientSettings.TYPE)
        .forEach(client -> resolver.exists(client, clientId, Map.of()));
  }

  @Override
  public Map<String, String> functionEnvironment() {
    return Map.of(
        ENDPOINT_VARIABLE,
        endpoint,
        CLIENT_ID_VARIABLE,
        clientId,
        POOL_ID_VARIABLE,
        poolId.orElse(region + "_unknown"));
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
    // Another program started this Cognito, so this program does not end it.
  }
}

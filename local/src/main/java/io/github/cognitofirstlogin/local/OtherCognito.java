package io.github.cognitofirstlogin.local;

import io.github.cognitofirstlogin.local.template.Resolver;
import io.github.cognitofirstlogin.local.template.Template;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A Cognito that is already there; only its endpoint and the app client are known. */
record OtherCognito(String endpoint, String clientId, String region) implements Cognito {

  @Override
  public void create(Template template, Resolver resolver, Consumer<String> warnings) {
    resolver.exists(template.onlyResource(LocalUserPool.POOL_TYPE), "", Map.of());
    resolver.exists(template.onlyResource(LocalUserPool.CLIENT_TYPE), clientId, Map.of());
  }

  @Override
  public Map<String, String> functionEnvironment() {
    return Map.of(ENDPOINT_VARIABLE, endpoint);
  }

  @Override
  public Optional<FirstLogin> demoUser(String apiUrl) {
    return Optional.empty();
  }

  @Override
  public List<String> notes() {
    return List.of(
        "The function calls Cognito at " + endpoint + ", from " + ENDPOINT_VARIABLE + ".");
  }

  @Override
  public void close() {
    // Not ours to end.
  }
}

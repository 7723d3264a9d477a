package io.github.cognitofirstlogin.infra.config;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The choices of a deployment, checked before anything is built. What is refused is refused in one
 * sentence that names the choice.
 */
public record AuthConfig(
    Optional<String> stage,
    Users users,
    Hosts hosts,
    Operations operations,
    SortedSet<String> unknownKeys) {

  public static AuthConfig from(Map<String, ?> context) {
    var unknown = KnownKeys.unknown(context.keySet());
    return of(GivenInContext.read(new Context(context)), unknown);
  }

  /** Checks what was chosen in Java. */
  public static AuthConfig of(Given given) {
    return of(given, Collections.emptySortedSet());
  }

  private static AuthConfig of(Given given, SortedSet<String> unknown) {
    var hosts = Hosts.of(given);
    var config =
        new AuthConfig(
            given.one(ContextKey.STAGE, String.class),
            Users.of(given, hosts.pages()),
            hosts,
            Operations.of(given),
            unknown);
    Placed.check(config);
    return config;
  }

  /** The same without a word on these unknown keys. */
  public AuthConfig ignoring(Set<String> keys) {
    var left = new TreeSet<>(unknownKeys);
    left.removeAll(keys);
    return new AuthConfig(stage, users, hosts, operations, left);
  }
}

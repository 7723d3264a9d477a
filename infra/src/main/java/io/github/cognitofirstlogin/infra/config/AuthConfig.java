package io.github.cognitofirstlogin.infra.config;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The settings of a deployment, checked before anything is built. A refusal is one sentence that
 * names the setting.
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

  /** Checks the settings of the builder. */
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

  /** The same settings, without the unknown keys. */
  public AuthConfig ignoring(Set<String> keys) {
    var left = new TreeSet<>(unknownKeys);
    left.removeAll(keys);
    return new AuthConfig(stage, users, hosts, operations, left);
  }
}

package io.github.cognitofirstlogin.userpool.users;

import io.github.cognitofirstlogin.userpool.crypto.Password;
import io.github.cognitofirstlogin.userpool.crypto.SigningKeys;
import io.github.cognitofirstlogin.userpool.protocol.CognitoException;
import io.github.cognitofirstlogin.userpool.settings.UserPoolSettings;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A user pool: its users, and the names under which they are found. */
public final class UserPool {

  private final String id;
  private final UserPoolSettings settings;
  private final SigningKeys keys;
  private final Map<String, User> users = new LinkedHashMap<>();
  private final Map<String, User> bySub = new HashMap<>();
  private final Map<String, User> byAlias = new HashMap<>();

  public UserPool(String id, UserPoolSettings settings, SigningKeys keys) {
    this.id = id;
    this.settings = settings;
    this.keys = keys;
  }

  public String id() {
    return id;
  }

  public String issuer() {
    return "https://cognito-idp." + id.substring(0, id.indexOf('_')) + ".amazonaws.com/" + id;
  }

  public UserPoolSettings settings() {
    return settings;
  }

  public SigningKeys keys() {
    return keys;
  }

  public Password password(User user, String password) {
    return Password.of(id, user.username(), password);
  }

  /** Finds by username or sub only, which a challenge's USERNAME must be. */
  public synchronized Optional<User> named(String name) {
    return Optional.ofNullable(users.get(settings.usernames().key(name)))
        .or(() -> Optional.ofNullable(bySub.get(name)));
  }

  /** Finds by username, sub, or any alias with which a user may sign in. */
  public synchronized Optional<User> find(String name) {
    return named(name)
        .or(
            () ->
                aliasNames().stream()
                    .flatMap(
                        attribute ->
                            Optional.ofNullable(byAlias.get(aliasKey(attribute, name))).stream())
                    .findFirst());
  }

  synchronized Collection<User> users() {
    return List.copyOf(users.values());
  }

  public synchronized void add(User user, boolean forceAlias) {
    if (users.containsKey(settings.usernames().key(user.username()))) {
      throw new CognitoException("UsernameExistsException", "User account already exists");
    }
    index(user, user.attributes(), forceAlias);
    // The first token is needed soon.
    keys.generate();
    users.put(settings.usernames().key(user.username()), user);
    bySub.put(user.sub(), user);
  }

  public synchronized void remove(User user) {
    users.remove(settings.usernames().key(user.username()), user);
    bySub.remove(user.sub(), user);
    byAlias.values().removeIf(owner -> owner == user);
  }

  synchronized void removeUsers() {
    users.clear();
    bySub.clear();
    byAlias.clear();
  }

  public synchronized boolean has(User user) {
    return bySub.get(user.sub()) == user;
  }

  /**
   * Sets the aliases to the given attributes. With force, it takes an alias from the user who has
   * it.
   */
  public synchronized void index(User user, Map<String, String> attributes, boolean force) {
    var aliases = new HashMap<String, String>();
    for (var name : aliasNames()) {
      var value = attributes.getOrDefault(name, "");
      if (!value.isEmpty() && countsAsAlias(name, attributes)) {
        aliases.put(name, aliasKey(name, value));
      }
    }
    if (!force) {
      aliases.forEach((name, key) -> refuseIfTaken(user, name, key));
    }
    byAlias.values().removeIf(owner -> owner == user);
    aliases.values().forEach(key -> byAlias.put(key, user));
  }

  private void refuseIfTaken(User user, String name, String key) {
    var owner = byAlias.get(key);
    if (owner == null || owner == user) {
      return;
    }
    if (settings.usernames().usernameAttributes().contains(name)) {
      throw new CognitoException(
          "UsernameExistsException", "An account with the given " + name + " already exists.");
    }
    throw new CognitoException(
        "AliasExistsException", "An account with the " + name + " already exists.");
  }

  private boolean countsAsAlias(String name, Map<String, String> attributes) {
    return settings.usernames().usernameAttributes().contains(name)
        || name.equals("preferred_username")
        || "true".equals(attributes.get(name + "_verified"));
  }

  private Collection<String> aliasNames() {
    var rules = settings.usernames();
    return rules.usernameAttributes().isEmpty()
        ? rules.aliasAttributes()
        : rules.usernameAttributes();
  }

  private String aliasKey(String attribute, String value) {
    return attribute + ":" + settings.usernames().key(value);
  }
}

package io.github.cognitofirstlogin.userpool.users;

import io.github.cognitofirstlogin.userpool.crypto.Password;
import io.github.cognitofirstlogin.userpool.crypto.Randoms;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A user of a pool. The user's lock ({@code synchronized (user)}) guards every read and change. */
public final class User {

  /** Cognito's {@code UserStatus}. */
  public enum Status {
    FORCE_CHANGE_PASSWORD,
    CONFIRMED,
    RESET_REQUIRED
  }

  private final String username;
  private final String sub;
  private final Instant created;
  private final Map<String, String> attributes = new LinkedHashMap<>();
  private final Deque<Password> formerPasswords = new ArrayDeque<>();

  private final FailedAttempts failedAttempts = new FailedAttempts();
  private final SecondFactors secondFactors = new SecondFactors();
  private final List<TokenFamily> families = new ArrayList<>();

  private Instant modified;
  private Status status = Status.FORCE_CHANGE_PASSWORD;
  private boolean enabled = true;
  private @Nullable Password password;
  private @Nullable Instant temporaryUntil;
  private @Nullable RecoveryCode recoveryCode;

  public User(String username, String sub, Map<String, String> attributes, Instant now) {
    this.username = username;
    this.sub = sub;
    this.created = now;
    this.modified = now;
    this.attributes.put("sub", sub);
    // Cognito accepts "True" too.
    attributes.forEach(
        (name, value) ->
            this.attributes.put(
                name, name.endsWith("_verified") ? value.toLowerCase(Locale.ROOT) : value));
  }

  public String username() {
    return username;
  }

  public String sub() {
    return sub;
  }

  Instant created() {
    return created;
  }

  Instant modified() {
    return modified;
  }

  public Status status() {
    return status;
  }

  public boolean enabled() {
    return enabled;
  }

  public FailedAttempts failedAttempts() {
    return failedAttempts;
  }

  public SecondFactors secondFactors() {
    return secondFactors;
  }

  Optional<RecoveryCode> recoveryCode() {
    return Optional.ofNullable(recoveryCode);
  }

  public Map<String, String> attributes() {
    return Collections.unmodifiableMap(attributes);
  }

  boolean verified(String name) {
    return attribute(name).isPresent() && "true".equals(attributes.get(name + "_verified"));
  }

  /**
   * The password's values for SRP. A user without a password has random values that no answer
   * matches.
   */
  public byte[] passwordHash() {
    return password == null ? Randoms.bytes(32) : password.hash();
  }

  public Optional<String> attribute(String name) {
    return Optional.ofNullable(attributes.get(name)).filter(value -> !value.isEmpty());
  }

  public boolean passwordIs(Password other) {
    return password != null && password.is(other);
  }

  public boolean temporaryPasswordExpired(Instant now) {
    return temporaryUntil != null && !now.isBefore(temporaryUntil);
  }

  /** Whether it is the current password or one of the last {@code historySize} passwords. */
  boolean usedAlready(Password candidate, int historySize) {
    var known = new ArrayList<>(List.copyOf(formerPasswords));
    if (password != null) {
      known.add(0, password);
    }
    return known.stream().limit(historySize).anyMatch(candidate::is);
  }

  void temporaryPassword(Password temporary, Instant until, Instant now) {
    replace(temporary, Status.FORCE_CHANGE_PASSWORD, now);
    temporaryUntil = until;
  }

  public void permanentPassword(Password permanent, Instant now) {
    replace(permanent, Status.CONFIRMED, now);
    temporaryUntil = null;
    recoveryCode = null;
  }

  /** Makes the password invalid. Only a recovery code leads to a new one. */
  void requireReset(RecoveryCode code, Instant now) {
    status = Status.RESET_REQUIRED;
    recoveryCode = code;
    modified = now;
  }

  void recoverWith(RecoveryCode code) {
    recoveryCode = code;
  }

  void enable(Instant now) {
    enabled = true;
    modified = now;
  }

  /** Ends every sign-in of the user. */
  void disable(Instant now) {
    enabled = false;
    modified = now;
    signOut();
  }

  public void signedIn(TokenFamily family) {
    families.add(family);
  }

  public void signOut() {
    families.forEach(TokenFamily::revoke);
    families.clear();
  }

  public void put(Map<String, String> changes, Instant now) {
    attributes.putAll(changes);
    modified = now;
  }

  private void replace(Password next, Status after, Instant now) {
    if (password != null) {
      formerPasswords.addFirst(password);
    }
    password = next;
    status = after;
    modified = now;
  }
}

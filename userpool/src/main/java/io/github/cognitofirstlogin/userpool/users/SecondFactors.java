package io.github.cognitofirstlogin.userpool.users;

import io.github.cognitofirstlogin.userpool.crypto.Totp;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A user's second factors. The caller of each method holds the user's lock. */
public final class SecondFactors {

  private final Set<String> enabled = new LinkedHashSet<>();
  private @Nullable String preferred;
  private @Nullable Totp softwareToken;
  private @Nullable Totp unverified;
  private String deviceName = "";

  public Set<String> enabled() {
    return Collections.unmodifiableSet(new LinkedHashSet<>(enabled));
  }

  public Optional<String> preferred() {
    return Optional.ofNullable(preferred);
  }

  public Optional<Totp> softwareToken() {
    return Optional.ofNullable(softwareToken);
  }

  /** A software token that no code has verified yet. */
  public Optional<Totp> unverified() {
    return Optional.ofNullable(unverified);
  }

  public String deviceName() {
    return deviceName;
  }

  public void associate(Totp token) {
    unverified = token;
  }

  /** Makes the verified token the user's software token. */
  public void verified(Totp token, String name) {
    softwareToken = token;
    deviceName = name;
    unverified = null;
  }

  public void enable(String factor) {
    enabled.add(factor);
  }

  void prefer(String factor) {
    preferred = factor;
  }

  void noLongerPrefer(String factor) {
    if (factor.equals(preferred)) {
      preferred = null;
    }
  }

  void disable(String factor) {
    enabled.remove(factor);
    noLongerPrefer(factor);
  }
}

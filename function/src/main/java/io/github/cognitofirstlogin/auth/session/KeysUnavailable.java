package io.github.cognitofirstlogin.auth.session;

/** The user pool's signing keys cannot be had right now: a token can be neither trusted nor not. */
public final class KeysUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  KeysUnavailable() {
    super("the signing keys of the user pool are unavailable", null, false, false);
  }
}

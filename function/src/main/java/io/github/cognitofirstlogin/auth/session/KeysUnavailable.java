package io.github.cognitofirstlogin.auth.session;

/** The user pool's signing keys cannot be fetched now, so a token is neither valid nor invalid. */
public final class KeysUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  KeysUnavailable() {
    super("the signing keys of the user pool are unavailable", null, false, false);
  }
}

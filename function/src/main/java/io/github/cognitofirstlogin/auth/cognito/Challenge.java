package io.github.cognitofirstlogin.auth.cognito;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What Cognito wants to know next. {@code username} is the user's real name, which the answer must
 * be sent for; {@code session} ties that answer to this challenge.
 */
public record Challenge(
    String name, @Nullable String session, String username, Map<String, String> parameters) {
  public Challenge {
    parameters = Map.copyOf(parameters);
  }

  public boolean isNewPasswordRequired() {
    return name.equals("NEW_PASSWORD_REQUIRED");
  }

  /** The session is a secret, the parameters may hold personal data. */
  @Override
  public String toString() {
    return "Challenge[" + name + "]";
  }
}

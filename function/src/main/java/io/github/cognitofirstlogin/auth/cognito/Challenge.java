package io.github.cognitofirstlogin.auth.cognito;

import io.github.cognitofirstlogin.auth.contract.ErrorCode;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What Cognito wants to know next. {@code username} is the user's real name, which the answer must
 * be sent for; {@code session} ties that answer to this challenge; {@code secretCode} is what an
 * authenticator app needs, present when one is to be set up; {@code obstacle} is why it is not
 * there all the same.
 */
public record Challenge(
    String name,
    @Nullable String session,
    String username,
    Map<String, String> parameters,
    Optional<String> secretCode,
    Optional<ErrorCode> obstacle) {
  public Challenge {
    parameters = Map.copyOf(parameters);
  }

  public boolean isNewPasswordRequired() {
    return name.equals("NEW_PASSWORD_REQUIRED");
  }

  boolean isSoftwareTokenSetup() {
    return name.equals("MFA_SETUP")
        && parameters.getOrDefault("MFAS_CAN_SETUP", "").contains("SOFTWARE_TOKEN_MFA");
  }

  Challenge withSecretCode(String secretCode, @Nullable String session) {
    return new Challenge(
        name, session, username, parameters, Optional.of(secretCode), Optional.empty());
  }

  Challenge without(ErrorCode obstacle) {
    return new Challenge(
        name, session, username, parameters, Optional.empty(), Optional.of(obstacle));
  }

  /** The session is a secret, the parameters may hold personal data. */
  @Override
  public String toString() {
    return "Challenge[" + name + "]";
  }
}

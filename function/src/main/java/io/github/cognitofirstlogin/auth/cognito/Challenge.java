package io.github.cognitofirstlogin.auth.cognito;

import io.github.cognitofirstlogin.auth.contract.ErrorCode;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A challenge of Cognito. {@code username} is the name that Cognito stores, and the answer must
 * send it. {@code session} connects the answer with this challenge. {@code secretCode} is the
 * secret of an authenticator app that is to be set up. {@code obstacle} is the reason why that
 * secret is missing.
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

  /** The session is a secret, and the parameters may contain personal data. */
  @Override
  public String toString() {
    return "Challenge[" + name + "]";
  }
}

package io.github.cognitofirstlogin.auth.cognito;

import io.github.cognitofirstlogin.auth.cognito.AuthOutcome.Authenticated;
import io.github.cognitofirstlogin.auth.cognito.AuthOutcome.Challenged;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;

/** The common part of the answers to sign-in operations, for which the SDK has separate types. */
record AuthAnswer(
    @Nullable AuthenticationResultType result,
    @Nullable String challengeName,
    @Nullable String session,
    Map<String, String> parameters) {
  /** The characters of Cognito's TokenModelType; each of them is safe inside a cookie. */
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9\\-_=.]+");

  AuthAnswer {
    // A null value has no meaning, and an immutable map refuses it.
    parameters = new LinkedHashMap<>(parameters);
    parameters.values().removeIf(Objects::isNull);
  }

  /**
   * @param sentUsername the user name for an answer that names none
   */
  AuthOutcome outcome(Operation operation, String sentUsername) {
    // The challenge comes first: an answer with a challenge and tokens is not a complete sign-in.
    if (challengeName != null) {
      return ChallengeForm.isKept(challengeName, session, parameters)
          ? new Challenged(challenge(challengeName, sentUsername))
          : Refusals.senseless(operation);
    }
    return tokens(result)
        .<AuthOutcome>map(Authenticated::new)
        .orElseGet(() -> Refusals.senseless(operation));
  }

  /** The tokens of a result; empty if a cookie cannot hold the access token. */
  static Optional<Tokens> tokens(@Nullable AuthenticationResultType result) {
    if (result == null || !isToken(result.accessToken())) {
      return Optional.empty();
    }
    return Optional.of(
        new Tokens(
            result.accessToken(),
            Tokens.lifetime(result.expiresIn()),
            Optional.ofNullable(result.refreshToken()).filter(AuthAnswer::isToken)));
  }

  private static boolean isToken(@Nullable String text) {
    return text != null && TOKEN.matcher(text).matches();
  }

  private Challenge challenge(String name, String sentUsername) {
    String username =
        Objects.requireNonNullElseGet(
            parameters.get("USER_ID_FOR_SRP"),
            () -> parameters.getOrDefault("USERNAME", sentUsername));
    return new Challenge(name, session, username, parameters, Optional.empty(), Optional.empty());
  }

  /** Tokens and a session are secrets. */
  @Override
  public String toString() {
    return "AuthAnswer[redacted]";
  }
}

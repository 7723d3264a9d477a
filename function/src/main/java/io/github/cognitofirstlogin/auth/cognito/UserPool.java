package io.github.cognitofirstlogin.auth.cognito;

import io.github.cognitofirstlogin.auth.cognito.AuthOutcome.Authenticated;
import io.github.cognitofirstlogin.auth.cognito.AuthOutcome.Challenged;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ChallengeNameType;

/** The user pool, for one app client; the only code that calls the AWS SDK. */
public final class UserPool {
  /** A name that Cognito gave or may give one day; anything else is not passed on. */
  private static final Pattern CHALLENGE_NAME = Pattern.compile("[A-Z0-9_]{1,64}");

  /** The characters of a token, per the service model: what is safe inside a cookie. */
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9\\-_=.]+");

  private final CognitoIdentityProviderClient client;
  private final String clientId;

  public UserPool(CognitoIdentityProviderClient client, String clientId) {
    this.client = client;
    this.clientId = clientId;
  }

  /** Signs in with a password, temporary or not. */
  public AuthOutcome signIn(String username, String password) {
    return outcome(
        Operation.INITIATE_AUTH,
        List.of(password),
        () -> {
          var answer =
              client.initiateAuth(
                  request ->
                      request
                          .clientId(clientId)
                          .authFlow(AuthFlowType.USER_PASSWORD_AUTH)
                          .authParameters(Map.of("USERNAME", username, "PASSWORD", password)));
          return new Answer(
              answer.authenticationResult(),
              answer.challengeNameAsString(),
              answer.session(),
              answer.challengeParameters(),
              username);
        });
  }

  /** Answers NEW_PASSWORD_REQUIRED. */
  public AuthOutcome answerNewPassword(String username, String newPassword, String session) {
    return outcome(
        Operation.RESPOND_TO_AUTH_CHALLENGE,
        List.of(newPassword, session),
        () -> {
          var answer =
              client.respondToAuthChallenge(
                  request ->
                      request
                          .clientId(clientId)
                          .challengeName(ChallengeNameType.NEW_PASSWORD_REQUIRED)
                          .session(session)
                          .challengeResponses(
                              Map.of("USERNAME", username, "NEW_PASSWORD", newPassword)));
          return new Answer(
              answer.authenticationResult(),
              answer.challengeNameAsString(),
              answer.session(),
              answer.challengeParameters(),
              username);
        });
  }

  private static AuthOutcome outcome(
      Operation operation, List<String> secrets, Supplier<Answer> call) {
    Answer answer;
    try {
      answer = call.get();
    } catch (SdkException e) {
      return Refusals.of(operation, e, secrets);
    }
    // Asked first: with both a challenge and tokens the sign-in is not complete.
    if (answer.challengeName() != null) {
      return CHALLENGE_NAME.matcher(answer.challengeName()).matches()
          ? new Challenged(answer.challenge(answer.challengeName()))
          : Refusals.senseless(operation);
    }
    AuthenticationResultType result = answer.result();
    if (result == null
        || result.accessToken() == null
        || !TOKEN.matcher(result.accessToken()).matches()) {
      return Refusals.senseless(operation);
    }
    return new Authenticated(new Tokens(result.accessToken(), Tokens.lifetime(result.expiresIn())));
  }

  /** What the two operations that sign in have in common; the SDK has a type for each. */
  private record Answer(
      @Nullable AuthenticationResultType result,
      @Nullable String challengeName,
      @Nullable String session,
      Map<String, String> parameters,
      String sentUsername) {
    Challenge challenge(String name) {
      String username =
          Objects.requireNonNullElseGet(
              parameters.get("USER_ID_FOR_SRP"),
              () -> parameters.getOrDefault("USERNAME", sentUsername));
      return new Challenge(name, session, username, parameters);
    }
  }
}

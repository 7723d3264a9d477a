package io.github.cognitofirstlogin.auth.cognito;

import io.github.cognitofirstlogin.auth.cognito.AuthOutcome.Refused;
import io.github.cognitofirstlogin.auth.cognito.AuthOutcome.Unknown;
import io.github.cognitofirstlogin.auth.cognito.Cognito.Failed;
import io.github.cognitofirstlogin.auth.contract.ErrorCode;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AssociateSoftwareTokenRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AssociateSoftwareTokenResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.VerifySoftwareTokenRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.VerifySoftwareTokenResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.VerifySoftwareTokenResponseType;

/** The two calls around the challenge MFA_SETUP: the secret before it, the proof after it. */
record AuthenticatorSetup(Cognito cognito) {
  /** Base32, which is what authenticator apps read; of the service model's length at least. */
  private static final Pattern SECRET_CODE = Pattern.compile("[A-Z2-7]{16,}=*");

  /** The challenge with what an authenticator app needs, if it is the one to set an app up. */
  Challenge prepared(Challenge challenge) {
    String session = challenge.session();
    if (session == null || !challenge.isSoftwareTokenSetup()) {
      return challenge;
    }
    try {
      AssociateSoftwareTokenResponse secret = associate(session);
      String next = Objects.requireNonNullElse(secret.session(), session);
      return isSecretCode(secret.secretCode()) && ChallengeForm.isSession(next)
          ? challenge.withSecretCode(secret.secretCode(), next)
          : challenge.without(ErrorCode.UPSTREAM_ERROR);
    } catch (Failed e) {
      // The step before it took effect, and that is what the caller must hear; the challenge
      // comes again with the next sign-in.
      return challenge.without(
          e.failure() instanceof Refused refused ? refused.code() : ErrorCode.UPSTREAM_ERROR);
    }
  }

  /**
   * Proves with a code that the app is set up.
   *
   * @param next goes on with the sign-in in the session that it is given
   * @throws Failed if the proof does not count, or nobody knows whether it does
   */
  AuthOutcome verified(String code, String session, Function<String, AuthOutcome> next) {
    VerifySoftwareTokenResponse verified =
        cognito.call(
            Operation.VERIFY_SOFTWARE_TOKEN,
            List.of(code, session),
            (client, configuration) ->
                client.verifySoftwareToken(
                    VerifySoftwareTokenRequest.builder()
                        .overrideConfiguration(configuration)
                        .session(session)
                        .userCode(code)
                        .build()));
    if (verified.status() == VerifySoftwareTokenResponseType.ERROR) {
      return new Refused(ErrorCode.CODE_MISMATCH);
    }
    return verified.status() == VerifySoftwareTokenResponseType.SUCCESS
            && verified.session() != null
            && ChallengeForm.isSession(verified.session())
        ? afterVerification(verified.session(), next)
        : Refusals.senseless(Operation.VERIFY_SOFTWARE_TOKEN);
  }

  /**
   * The app is set up and the session that the caller knows is used up: "nothing was changed, try
   * again" would be wrong, whatever kept the next step from being sent.
   */
  private static AuthOutcome afterVerification(String session, Function<String, AuthOutcome> next) {
    try {
      return next.apply(session);
    } catch (Failed e) {
      if (e.isRefusal(ErrorCode.UPSTREAM_UNAVAILABLE) || e.isRefusal(ErrorCode.TOO_MANY_REQUESTS)) {
        return new Unknown(false);
      }
      return e.isRefusal(ErrorCode.UPSTREAM_TIMEOUT) ? new Unknown(true) : e.failure();
    }
  }

  private static boolean isSecretCode(@Nullable String text) {
    return text != null && SECRET_CODE.matcher(text).matches();
  }

  /** Once more where another request for the user got in between. */
  private AssociateSoftwareTokenResponse associate(String session) {
    try {
      return associateOnce(session);
    } catch (Failed e) {
      if (!e.isRefusal(ErrorCode.CONFLICT)) {
        throw e;
      }
      return associateOnce(session);
    }
  }

  private AssociateSoftwareTokenResponse associateOnce(String session) {
    return cognito.call(
        Operation.ASSOCIATE_SOFTWARE_TOKEN,
        List.of(session),
        (client, configuration) ->
            client.associateSoftwareToken(
                AssociateSoftwareTokenRequest.builder()
                    .overrideConfiguration(configuration)
                    .session(session)
                    .build()));
  }
}

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

/** The two calls for the challenge MFA_SETUP: one gets the secret, the other verifies a code. */
record AuthenticatorSetup(Cognito cognito) {
  /**
   * Base32, which authenticator apps read, with at least the length that the service model requires
   * for its SecretCodeType.
   */
  private static final Pattern SECRET_CODE = Pattern.compile("[A-Z2-7]{16,}=*");

  /** Adds the authenticator app's secret to a challenge that sets an app up. */
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
      // The previous step took effect, so its result is the reply. The challenge comes again with
      // the next sign-in.
      return challenge.without(
          e.failure() instanceof Refused refused ? refused.code() : ErrorCode.UPSTREAM_ERROR);
    }
  }

  /**
   * Verifies with a code that the app is set up.
   *
   * @param next continues the sign-in with a new session
   * @throws Failed if the verification failed or its outcome is unknown
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
   * Continues after the verification. The app is set up and the caller's session is used up, so no
   * reply may say "nothing was changed, try again", even if the next step was not sent.
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

  /** Tries a second time if another request for the same user interfered. */
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

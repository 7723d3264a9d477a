package io.github.cognitofirstlogin.auth.endpoint;

import io.github.cognitofirstlogin.auth.cognito.AuthOutcome.Failure;
import io.github.cognitofirstlogin.auth.cognito.AuthOutcome.Refused;
import io.github.cognitofirstlogin.auth.cognito.AuthOutcome.Unknown;
import io.github.cognitofirstlogin.auth.cognito.Challenge;
import io.github.cognitofirstlogin.auth.cognito.Tokens;
import io.github.cognitofirstlogin.auth.contract.ErrorCode;
import io.github.cognitofirstlogin.auth.http.Reply;
import io.github.cognitofirstlogin.auth.text.Json;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/** The replies that the steps of a sign-in share. */
public final class Replies {
  /**
   * The parameters of the first challenge: the three of the original contract, which front ends
   * read.
   */
  private static final List<String> NEW_PASSWORD_PARAMETERS =
      List.of("USER_ID_FOR_SRP", "requiredAttributes", "userAttributes");

  /**
   * The parameters of every other challenge: only values that are not personal or that Cognito has
   * masked.
   */
  private static final List<String> PARAMETERS =
      List.of(
          "USER_ID_FOR_SRP",
          "CODE_DELIVERY_DELIVERY_MEDIUM",
          "CODE_DELIVERY_DESTINATION",
          "FRIENDLY_DEVICE_NAME",
          "MFAS_CAN_CHOOSE",
          "MFAS_CAN_SETUP");

  private static final String ATTRIBUTE_PREFIX = "userAttributes.";

  private final SessionStart sessionStart;
  private final Duration authSessionValidity;
  private final String totpIssuer;

  public Replies(SessionStart sessionStart, Duration authSessionValidity, String totpIssuer) {
    this.sessionStart = sessionStart;
    this.authSessionValidity = authSessionValidity;
    this.totpIssuer = totpIssuer;
  }

  Reply signedIn(String message, Tokens tokens) {
    return sessionStart.reply(message, tokens);
  }

  /** A challenge in its original form, and its values as plain JSON for front ends. */
  Reply challenge(String message, Challenge challenge) {
    Reply reply =
        Reply.ok(message)
            .with("challengeName", challenge.name())
            .with("session", challenge.session())
            .with("challengeParameters", parameters(challenge))
            .with("username", challenge.username())
            .with("sessionExpiresInSeconds", authSessionValidity.toSeconds());
    if (challenge.isNewPasswordRequired()) {
      return reply.with("requiredAttributes", requiredAttributes(challenge));
    }
    return challenge
        .secretCode()
        .map(
            secret ->
                reply
                    .with("secretCode", secret)
                    .with("otpauthUri", OtpauthUri.of(totpIssuer, challenge.username(), secret)))
        .orElseGet(() -> challenge.obstacle().map(reply::noting).orElse(reply));
  }

  /** The reply to a step of the first login that was not confirmed. */
  Reply failed(Failure failure, ToIntFunction<ErrorCode> status) {
    return failure.fold(
        refused -> refused(refused, status),
        unknown ->
            unknown(unknown, ErrorCode.OUTCOME_UNKNOWN.message())
                .with("nextStep", "sign_in_with_new_password"));
  }

  /**
   * The reply to a reset of a forgotten password that was not confirmed. There is no temporary
   * password to mention.
   */
  Reply failedReset(Failure failure) {
    return failure.fold(
        refused -> refused(refused, ErrorCode::status),
        unknown ->
            unknown(
                    unknown,
                    "We could not confirm the change. Your new password may already be in effect:"
                        + " sign in with it; if that fails, ask for another code.")
                .with("nextStep", "sign_in_with_new_password"));
  }

  /**
   * The reply to a step after the password that was not confirmed. The password itself is certain.
   */
  Reply failedSignIn(Failure failure) {
    return failure.fold(
        refused -> refused(refused, ErrorCode::status),
        unknown ->
            unknown(unknown, "We could not confirm the sign-in. Sign in again.")
                .with("nextStep", "sign_in"));
  }

  static Reply refused(Refused refused, ToIntFunction<ErrorCode> status) {
    ErrorCode code = refused.code();
    Reply reply =
        Reply.error(status.applyAsInt(code), code, refused.message())
            .with("attribute", refused.attribute().orElse(null));
    return code.retryAfter().map(reply::retryAfter).orElse(reply);
  }

  private static Reply unknown(Unknown unknown, String message) {
    ErrorCode code = ErrorCode.OUTCOME_UNKNOWN;
    return Reply.error(unknown.timedOut() ? 504 : code.status(), code, message);
  }

  private static Map<String, String> parameters(Challenge challenge) {
    Map<String, String> allowed = new LinkedHashMap<>();
    for (String name : challenge.isNewPasswordRequired() ? NEW_PASSWORD_PARAMETERS : PARAMETERS) {
      String value = challenge.parameters().get(name);
      if (value != null) {
        allowed.put(name, value);
      }
    }
    return allowed;
  }

  private static List<String> requiredAttributes(Challenge challenge) {
    String names = challenge.parameters().getOrDefault("requiredAttributes", "[]");
    return Json.strings(names).stream()
        .map(
            name ->
                name.startsWith(ATTRIBUTE_PREFIX)
                    ? name.substring(ATTRIBUTE_PREFIX.length())
                    : name)
        .toList();
  }
}

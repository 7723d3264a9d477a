package io.github.cognitofirstlogin.auth.cognito;

import static io.github.cognitofirstlogin.auth.cognito.Operation.CONFIRM_FORGOT_PASSWORD;
import static io.github.cognitofirstlogin.auth.cognito.Operation.FORGOT_PASSWORD;
import static io.github.cognitofirstlogin.auth.cognito.Operation.GET_TOKENS_FROM_REFRESH_TOKEN;
import static io.github.cognitofirstlogin.auth.cognito.Operation.INITIATE_AUTH;
import static io.github.cognitofirstlogin.auth.cognito.Operation.RESPOND_TO_AUTH_CHALLENGE;
import static io.github.cognitofirstlogin.auth.cognito.Operation.REVOKE_TOKEN;
import static io.github.cognitofirstlogin.auth.cognito.Operation.VERIFY_SOFTWARE_TOKEN;
import static io.github.cognitofirstlogin.auth.cognito.RefusalRow.Text.COGNITOS;
import static io.github.cognitofirstlogin.auth.cognito.RefusalRow.Text.COGNITOS_LINES;
import static io.github.cognitofirstlogin.auth.cognito.RefusalRow.Text.COGNITOS_OR_NONE;
import static io.github.cognitofirstlogin.auth.cognito.RefusalRow.Text.OF_THE_MEMBER;
import static io.github.cognitofirstlogin.auth.cognito.RefusalRow.Text.OURS;
import static io.github.cognitofirstlogin.auth.cognito.RefusalRow.Text.TRIGGERS;

import io.github.cognitofirstlogin.auth.contract.ErrorCode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One row of the table that maps Cognito's exceptions to error codes. The first matching row
 * counts. A row matches if it has the error's operation and exception, and if its {@code contains}
 * is part of the error's message in any case. Cognito does not document its exact texts and changes
 * them.
 */
record RefusalRow(
    Set<Operation> operations, String exception, String contains, ErrorCode code, Text text) {

  /** The source of the text that the caller reads. */
  enum Text {
    /** The code's own text, because Cognito's text says too much or too little. */
    OURS,
    /** Cognito's text, if {@link PublicText} allows it. */
    COGNITOS,
    /** Cognito's text as one line; Cognito may write a line for each of several attributes. */
    COGNITOS_LINES,
    /**
     * A text of this function for the request member that Cognito names, because Cognito's text may
     * repeat the value.
     */
    OF_THE_MEMBER,
    /**
     * Cognito's text if {@link PublicText} allows it, and otherwise a text without a reason. The
     * code's own text speaks of a wrong password, and the answer to a challenge contains no
     * password to check.
     */
    COGNITOS_OR_NONE,
    /** The sentence of a Lambda trigger, without the words that Cognito puts around it. */
    TRIGGERS
  }

  static final Set<Operation> ALL = Set.of(Operation.values());
  private static final Set<Operation> SIGN_IN = Set.of(INITIATE_AUTH);
  private static final Set<Operation> ANSWER = Set.of(RESPOND_TO_AUTH_CHALLENGE);
  private static final Set<Operation> FORGOT = Set.of(FORGOT_PASSWORD);
  private static final Set<Operation> REFRESH = Set.of(GET_TOKENS_FROM_REFRESH_TOKEN);
  private static final Set<Operation> REVOKE = Set.of(REVOKE_TOKEN);
  private static final Set<Operation> CONFIRM = Set.of(CONFIRM_FORGOT_PASSWORD);

  /** The operations that change a user, so that their outcome is unknown after a lost answer. */
  static final Set<Operation> CHANGE =
      Set.of(RESPOND_TO_AUTH_CHALLENGE, VERIFY_SOFTWARE_TOKEN, CONFIRM_FORGOT_PASSWORD);

  static final List<RefusalRow> TABLE =
      List.of(
          row(
              ALL,
              "NotAuthorized",
              "session can only be used once",
              ErrorCode.SESSION_USED,
              COGNITOS),
          row(ALL, "NotAuthorized", "session is expired", ErrorCode.SESSION_EXPIRED, COGNITOS),
          row(ALL, "NotAuthorized", "invalid session", ErrorCode.SESSION_INVALID, COGNITOS),
          row(
              ALL,
              "NotAuthorized",
              "invalid code or auth state",
              ErrorCode.SESSION_INVALID,
              COGNITOS),
          row(ALL, "NotAuthorized", "password attempts exceeded", ErrorCode.ATTEMPT_LIMIT, OURS),
          row(
              ALL,
              "NotAuthorized",
              "temporary password has expired",
              ErrorCode.TEMPORARY_PASSWORD_EXPIRED,
              COGNITOS),
          // Older pools use this text for an expired temporary password.
          row(
              ALL,
              "NotAuthorized",
              "user account has expired",
              ErrorCode.TEMPORARY_PASSWORD_EXPIRED,
              COGNITOS),
          row(
              ALL,
              "NotAuthorized",
              "cannot modify an already provided",
              ErrorCode.ATTRIBUTE_ALREADY_SET,
              COGNITOS),
          row(
              ALL,
              "NotAuthorized",
              "attempted to write unauthorized attribute",
              ErrorCode.ATTRIBUTE_NOT_WRITABLE,
              OURS),
          // These texts contain the client id, and only the operator can correct the error.
          row(ALL, "NotAuthorized", "secret", ErrorCode.SERVICE_MISCONFIGURED, OURS),
          row(
              ALL,
              "InvalidParameter",
              "flow not enabled for this client",
              ErrorCode.SERVICE_MISCONFIGURED,
              OURS),
          row(
              ALL,
              "InvalidParameter",
              "is not enabled for the client",
              ErrorCode.SERVICE_MISCONFIGURED,
              OURS),
          // The session is over if the token is revoked, expired or of another client.
          row(REFRESH, "NotAuthorized", "", ErrorCode.SESSION_ENDED, OURS),
          row(REFRESH, "UserNotFound", "", ErrorCode.SESSION_ENDED, OURS),
          row(REFRESH, "UserNotConfirmed", "", ErrorCode.SESSION_ENDED, OURS),
          row(ALL, "RefreshTokenReuse", "", ErrorCode.REFRESH_TOKEN_REUSED, OURS),
          row(REFRESH, "InvalidParameter", "", ErrorCode.SESSION_ENDED, OURS),
          // The token belongs to another app client and still works there.
          row(ALL, "Unauthorized", "", ErrorCode.NOT_AUTHORIZED, OURS),
          row(ALL, "UnsupportedTokenType", "", ErrorCode.SESSION_ENDED, OURS),
          row(REVOKE, "InvalidParameter", "", ErrorCode.SESSION_ENDED, OURS),
          // The reply must not tell whether the user exists or in which state the user is.
          row(
              FORGOT,
              "NotAuthorized",
              "cannot be reset in the current state",
              ErrorCode.RESET_BEFORE_FIRST_LOGIN,
              OURS),
          row(FORGOT, "NotAuthorized", "", ErrorCode.RESET_UNAVAILABLE, OURS),
          row(FORGOT, "UserNotFound", "", ErrorCode.RESET_UNAVAILABLE, OURS),
          row(FORGOT, "UserNotConfirmed", "", ErrorCode.RESET_UNAVAILABLE, OURS),
          row(FORGOT, "CodeDeliveryFailure", "", ErrorCode.RESET_UNAVAILABLE, OURS),
          // Cognito sends a message only to existing users, so the reply must not tell of a failed
          // message.
          row(FORGOT, "InvalidSmsRoleAccessPolicy", "", ErrorCode.CODE_DELIVERY_FAILED, OURS),
          row(FORGOT, "InvalidSmsRoleTrustRelationship", "", ErrorCode.CODE_DELIVERY_FAILED, OURS),
          row(FORGOT, "InvalidEmailRoleAccessPolicy", "", ErrorCode.CODE_DELIVERY_FAILED, OURS),
          row(FORGOT, "UserLambdaValidation", "", ErrorCode.RESET_UNAVAILABLE, OURS),
          row(FORGOT, "UnexpectedLambda", "", ErrorCode.RESET_UNAVAILABLE, OURS),
          row(FORGOT, "InvalidLambdaResponse", "", ErrorCode.RESET_UNAVAILABLE, OURS),
          row(CONFIRM, "NotAuthorized", "", ErrorCode.RESET_UNAVAILABLE, OURS),
          row(CONFIRM, "UserNotFound", "", ErrorCode.RESET_UNAVAILABLE, OURS),
          row(CONFIRM, "UserNotConfirmed", "", ErrorCode.RESET_UNAVAILABLE, OURS),
          row(CONFIRM, "CodeMismatch", "", ErrorCode.CODE_MISMATCH, OURS),
          row(
              ALL,
              "InvalidParameter",
              "validation error",
              ErrorCode.INVALID_PARAMETER,
              OF_THE_MEMBER),
          // A text that is not about the request's form is about the user, who may not exist.
          row(FORGOT, "InvalidParameter", "", ErrorCode.RESET_UNAVAILABLE, OURS),
          row(CONFIRM, "InvalidParameter", "", ErrorCode.RESET_UNAVAILABLE, OURS),
          row(
              ALL,
              "InvalidParameter",
              "does not have sms configuration",
              ErrorCode.SERVICE_MISCONFIGURED,
              OURS),
          // At a sign-in the reply must not tell the reason. The answer to a challenge follows a
          // right password, so its reply may.
          row(ALL, "NotAuthorized", "user is disabled", ErrorCode.NOT_AUTHORIZED, OURS),
          row(ALL, "NotAuthorized", "security reasons", ErrorCode.NOT_AUTHORIZED, OURS),
          row(SIGN_IN, "NotAuthorized", "", ErrorCode.NOT_AUTHORIZED, OURS),
          row(ALL, "NotAuthorized", "", ErrorCode.NOT_AUTHORIZED, COGNITOS_OR_NONE),
          row(ALL, "UserNotFound", "", ErrorCode.NOT_AUTHORIZED, OURS),
          row(ALL, "UserNotConfirmed", "", ErrorCode.NOT_AUTHORIZED, OURS),
          row(ALL, "PasswordResetRequired", "", ErrorCode.PASSWORD_RESET_REQUIRED, OURS),
          row(
              ALL,
              "InvalidParameter",
              "invalid attributes given",
              ErrorCode.ATTRIBUTE_MISSING,
              COGNITOS),
          row(
              ANSWER,
              "InvalidParameter",
              "attribute is required",
              ErrorCode.ATTRIBUTE_MISSING,
              COGNITOS_LINES),
          row(
              ANSWER,
              "InvalidParameter",
              ".formatted is required",
              ErrorCode.ATTRIBUTE_MISSING,
              COGNITOS_LINES),
          row(
              ANSWER,
              "InvalidParameter",
              "cannot modify an already provided",
              ErrorCode.ATTRIBUTE_ALREADY_SET,
              COGNITOS),
          row(
              ANSWER,
              "InvalidParameter",
              "attribute cannot be updated",
              ErrorCode.ATTRIBUTE_ALREADY_SET,
              COGNITOS_LINES),
          row(
              ALL,
              "InvalidParameter",
              "attributes did not conform to the schema",
              ErrorCode.ATTRIBUTE_INVALID,
              COGNITOS_LINES),
          row(
              ANSWER,
              "InvalidParameter",
              "attribute does not exist",
              ErrorCode.ATTRIBUTE_INVALID,
              COGNITOS_LINES),
          // For example "user.custom:team: String must be no shorter than 3 characters".
          row(
              ANSWER,
              "InvalidParameter",
              "user.custom:",
              ErrorCode.ATTRIBUTE_INVALID,
              COGNITOS_LINES),
          row(
              ANSWER,
              "InvalidParameter",
              "must be no ",
              ErrorCode.ATTRIBUTE_INVALID,
              COGNITOS_LINES),
          row(
              ANSWER,
              "InvalidParameter",
              "type for attribute",
              ErrorCode.ATTRIBUTE_INVALID,
              COGNITOS_LINES),
          row(
              ANSWER,
              "InvalidParameter",
              "invalid phone number",
              ErrorCode.ATTRIBUTE_INVALID,
              COGNITOS),
          row(ANSWER, "InvalidParameter", "invalid email", ErrorCode.ATTRIBUTE_INVALID, COGNITOS),
          row(
              ANSWER,
              "InvalidParameter",
              "invalid attribute",
              ErrorCode.ATTRIBUTE_INVALID,
              COGNITOS),
          row(ALL, "InvalidParameter", "", ErrorCode.INVALID_PARAMETER, COGNITOS),
          row(ALL, "InvalidPassword", "", ErrorCode.INVALID_PASSWORD, COGNITOS),
          row(ALL, "PasswordHistoryPolicyViolation", "", ErrorCode.PASSWORD_REUSED, COGNITOS),
          row(ALL, "CodeMismatch", "", ErrorCode.CODE_MISMATCH, COGNITOS),
          row(ALL, "ExpiredCode", "", ErrorCode.CODE_EXPIRED, COGNITOS),
          row(ALL, "EnableSoftwareTokenMFA", "", ErrorCode.CODE_MISMATCH, OURS),
          row(ALL, "ConcurrentModification", "", ErrorCode.CONFLICT, OURS),
          row(ALL, "AliasExists", "", ErrorCode.ATTRIBUTE_CONFLICT, OURS),
          row(ALL, "MFAMethodNotFound", "", ErrorCode.MFA_METHOD_UNAVAILABLE, OURS),
          row(ALL, "SoftwareTokenMFANotFound", "", ErrorCode.MFA_METHOD_UNAVAILABLE, OURS),
          // These triggers run after Cognito has set the new password or accepted the code.
          row(
              CHANGE,
              "UserLambdaValidation",
              "postauthentication failed",
              ErrorCode.OUTCOME_UNKNOWN,
              OURS),
          row(
              CHANGE,
              "UserLambdaValidation",
              "postconfirmation failed",
              ErrorCode.OUTCOME_UNKNOWN,
              OURS),
          row(
              CHANGE,
              "UserLambdaValidation",
              "pretokengeneration failed",
              ErrorCode.OUTCOME_UNKNOWN,
              OURS),
          row(
              CHANGE,
              "UserLambdaValidation",
              "custommessage failed",
              ErrorCode.OUTCOME_UNKNOWN,
              OURS),
          row(ALL, "UserLambdaValidation", "", ErrorCode.REJECTED_BY_POLICY, TRIGGERS),
          row(ALL, "Forbidden", "", ErrorCode.BLOCKED, OURS),
          row(ALL, "TooManyRequests", "", ErrorCode.TOO_MANY_REQUESTS, OURS),
          row(ALL, "TooManyFailedAttempts", "", ErrorCode.ATTEMPT_LIMIT, OURS),
          row(ALL, "LimitExceeded", "", ErrorCode.ATTEMPT_LIMIT, OURS),
          row(ALL, "CodeDeliveryFailure", "", ErrorCode.CODE_DELIVERY_FAILED, OURS),
          row(ALL, "ResourceNotFound", "", ErrorCode.SERVICE_MISCONFIGURED, OURS),
          row(ALL, "InvalidUserPoolConfiguration", "", ErrorCode.SERVICE_MISCONFIGURED, OURS),
          row(ALL, "InvalidSmsRoleAccessPolicy", "", ErrorCode.SERVICE_MISCONFIGURED, OURS),
          row(ALL, "InvalidSmsRoleTrustRelationship", "", ErrorCode.SERVICE_MISCONFIGURED, OURS),
          row(ALL, "InvalidEmailRoleAccessPolicy", "", ErrorCode.SERVICE_MISCONFIGURED, OURS),
          row(ALL, "UnsupportedOperation", "", ErrorCode.SERVICE_MISCONFIGURED, OURS),
          // This exception is newer than the pinned SDK.
          row(ALL, "FeatureUnavailableInTier", "", ErrorCode.SERVICE_MISCONFIGURED, OURS),
          row(ALL, "ServiceQuotaExceeded", "", ErrorCode.SERVICE_MISCONFIGURED, OURS),
          row(ALL, "OperationNotEnabled", "", ErrorCode.NOT_AVAILABLE_HERE, OURS),
          // A trigger or Cognito itself crashed, so the outcome of a change is unknown.
          row(CHANGE, "UnexpectedLambda", "", ErrorCode.OUTCOME_UNKNOWN, OURS),
          row(ALL, "UnexpectedLambda", "", ErrorCode.UPSTREAM_ERROR, OURS),
          row(CHANGE, "InvalidLambdaResponse", "", ErrorCode.OUTCOME_UNKNOWN, OURS),
          row(ALL, "InvalidLambdaResponse", "", ErrorCode.UPSTREAM_ERROR, OURS),
          row(CHANGE, "InternalError", "", ErrorCode.OUTCOME_UNKNOWN, OURS),
          row(ALL, "InternalError", "", ErrorCode.UPSTREAM_ERROR, OURS));

  static Optional<RefusalRow> of(Operation operation, String exception, String message) {
    String text = message.toLowerCase(Locale.ROOT);
    return rows()
        .filter(row -> row.operations.contains(operation))
        .filter(row -> row.exception.equalsIgnoreCase(exception) && text.contains(row.contains))
        .findFirst();
  }

  /** Whether Cognito answers this type only because of the request rate. */
  static boolean isThrottling(String exception) {
    return rows()
        .filter(row -> row.exception.equalsIgnoreCase(exception))
        .anyMatch(row -> row.code == ErrorCode.TOO_MANY_REQUESTS);
  }

  private static Stream<RefusalRow> rows() {
    return Stream.concat(TABLE.stream(), CommonErrors.TABLE.stream());
  }

  private static RefusalRow row(
      Set<Operation> operations, String exception, String contains, ErrorCode code, Text text) {
    return new RefusalRow(operations, exception + "Exception", contains, code, text);
  }
}

package io.github.cognitofirstlogin.auth.cognito;

import io.github.cognitofirstlogin.auth.cognito.AuthOutcome.Failure;
import io.github.cognitofirstlogin.auth.cognito.AuthOutcome.Refused;
import io.github.cognitofirstlogin.auth.cognito.AuthOutcome.Unknown;
import io.github.cognitofirstlogin.auth.contract.ErrorCode;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;

/** Translates the exception of a call into a failure. */
final class Refusals {
  private static final String NO_REASON = "The request was not authorised.";

  private static final Set<ErrorCode> ABOUT_AN_ATTRIBUTE =
      EnumSet.of(
          ErrorCode.ATTRIBUTE_MISSING,
          ErrorCode.ATTRIBUTE_INVALID,
          ErrorCode.ATTRIBUTE_ALREADY_SET,
          ErrorCode.ATTRIBUTE_NOT_WRITABLE,
          ErrorCode.ATTRIBUTE_CONFLICT);

  private static final int REFUSAL = 400;
  private static final int FIRST_FAULT = 500;

  private static final Pattern EXCEPTION = Pattern.compile("[A-Z]\\w+Exception");

  private static final Pattern OWN_FAILURE =
      Pattern.compile(
          "Internal|Time-?out|TimedOut|Abort|Unavailable|Fail|Fault|Server|^Service|Dependency",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern LINE_BREAKS = Pattern.compile("\\h*\\R\\s*");

  private Refusals() {}

  /**
   * @param secrets values of the request that a text must not repeat
   */
  static Failure of(Operation operation, SdkException exception, Collection<String> secrets) {
    return exception instanceof AwsServiceException answer
        ? ofAnswer(operation, answer, secrets)
        : ofTransport(operation, exception);
  }

  /** The failure for an answer that is readable but has neither a result nor an error. */
  static Failure senseless(Operation operation) {
    return lost(operation, false);
  }

  private static Failure ofAnswer(
      Operation operation, AwsServiceException answer, Collection<String> secrets) {
    AwsErrorDetails details = answer.awsErrorDetails();
    String type = ErrorType.of(answer).orElse("");
    String message = details == null ? null : withoutBlankEnds(details.errorMessage());
    RefusalRow row =
        RefusalRow.of(operation, type, Objects.requireNonNullElse(message, "")).orElse(null);
    if (row == null) {
      return isNewRefusal(answer, type)
          ? new Refused(ErrorCode.REQUEST_REJECTED)
          : lost(operation, false);
    }
    if (answer.statusCode() >= FIRST_FAULT && !isHarmlessThrottling(operation, row)) {
      return lost(operation, false);
    }
    if (row.code() == ErrorCode.OUTCOME_UNKNOWN) {
      return new Unknown(false);
    }
    if (row.code() == ErrorCode.SESSION_USED && sentBefore(answer)) {
      return new Unknown(false);
    }
    return switch (row.text()) {
      case OURS -> refused(row.code(), row.code().message(), message, secrets);
      case OF_THE_MEMBER -> ValidationError.of(Objects.requireNonNullElse(message, ""));
      case COGNITOS -> cognitos(row.code(), message, secrets, row.code().message());
      case COGNITOS_LINES -> cognitos(row.code(), joined(message), secrets, row.code().message());
      case COGNITOS_OR_NONE -> cognitos(row.code(), message, secrets, NO_REASON);
      case TRIGGERS ->
          cognitos(row.code(), PublicText.ofTrigger(message), secrets, row.code().message());
    };
  }

  private static Refused cognitos(
      ErrorCode code, @Nullable String message, Collection<String> secrets, String otherwise) {
    return refused(code, PublicText.of(message, secrets).orElse(otherwise), message, secrets);
  }

  /** Names the refused attribute, unless its name is a secret of the caller. */
  private static Refused refused(
      ErrorCode code, String text, @Nullable String message, Collection<String> secrets) {
    Optional<String> attribute =
        message != null && ABOUT_AN_ATTRIBUTE.contains(code)
            ? NamedAttribute.in(message).filter(name -> PublicText.of(name, secrets).isPresent())
            : Optional.empty();
    return new Refused(code, text, attribute);
  }

  /** The text as one line, because a reply's text has no line breaks. */
  private static @Nullable String joined(@Nullable String message) {
    return message == null ? null : LINE_BREAKS.matcher(message).replaceAll(" ");
  }

  /** Cognito ends some texts with a line feed. */
  private static @Nullable String withoutBlankEnds(@Nullable String message) {
    return message == null ? null : message.strip();
  }

  /**
   * Whether the error is a new exception of Cognito. All of Cognito's refusals have the status 400.
   * The outcome is unknown if the exception's name tells of a failure of Cognito itself.
   */
  private static boolean isNewRefusal(AwsServiceException answer, String type) {
    return answer.statusCode() == REFUSAL
        && EXCEPTION.matcher(type).matches()
        && !OWN_FAILURE.matcher(type).find();
  }

  /**
   * Whether throttling with a status of 500 or more is harmless. After a change, such a status
   * leaves the outcome unknown, whatever the error type is.
   */
  private static boolean isHarmlessThrottling(Operation operation, RefusalRow row) {
    return row.code() == ErrorCode.TOO_MANY_REQUESTS && !operation.changesTheUser();
  }

  private static Failure ofTransport(Operation operation, SdkException exception) {
    if (Transport.wasNotSent(exception)) {
      return new Refused(ErrorCode.UPSTREAM_UNAVAILABLE);
    }
    return lost(operation, timedOut(exception));
  }

  private static Failure lost(Operation operation, boolean timedOut) {
    if (operation.changesTheUser()) {
      return new Unknown(timedOut);
    }
    return new Refused(timedOut ? ErrorCode.UPSTREAM_TIMEOUT : ErrorCode.UPSTREAM_ERROR);
  }

  private static boolean timedOut(SdkException exception) {
    return exception instanceof ApiCallTimeoutException
        || exception instanceof ApiCallAttemptTimeoutException
        || Transport.hasCause(exception, java.net.SocketTimeoutException.class);
  }

  /** Whether the first of two tries may have used the session up. */
  private static boolean sentBefore(AwsServiceException answer) {
    Integer attempts = answer.numAttempts();
    return attempts != null && attempts > 1;
  }
}

package io.github.cognitofirstlogin.auth.cognito;

import io.github.cognitofirstlogin.auth.contract.ErrorCode;
import java.util.List;
import java.util.Set;

/**
 * The second part of {@link RefusalRow}'s table: errors that any AWS service may answer and that no
 * operation's model lists. These errors come from AWS's page "Common Errors", from the SDK's lists
 * of throttling and clock errors, and from the protocol. The suffix "Exception" matters: AWS's
 * {@code NotAuthorized} is about this function's permissions, Cognito's {@code
 * NotAuthorizedException} is about the user.
 */
final class CommonErrors {
  static final List<RefusalRow> TABLE =
      List.of(
          throttling("Throttling"),
          throttling("ThrottlingException"),
          throttling("ThrottledException"),
          throttling("RequestThrottled"),
          throttling("RequestThrottledException"),
          throttling("RequestLimitExceeded"),
          throttling("SlowDown"),
          throttling("BandwidthLimitExceeded"),
          throttling("ProvisionedThroughputExceededException"),
          throttling("TransactionInProgressException"),
          throttling("EC2ThrottledException"),
          operators("AccessDenied"),
          operators("AccessDeniedException"),
          operators("NotAuthorized"),
          operators("UnauthorizedOperation"),
          operators("OptInRequired"),
          operators("SubscriptionRequiredException"),
          operators("UnrecognizedClient"),
          operators("UnrecognizedClientException"),
          operators("InvalidClientTokenId"),
          operators("InvalidAccessKeyId"),
          operators("InvalidToken"),
          operators("ExpiredToken"),
          operators("ExpiredTokenException"),
          operators("MissingAuthenticationToken"),
          operators("MissingAuthenticationTokenException"),
          operators("IncompleteSignature"),
          operators("IncompleteSignatureException"),
          operators("InvalidSignature"),
          operators("InvalidSignatureException"),
          operators("SignatureDoesNotMatch"),
          operators("AuthFailure"),
          operators("RequestExpired"),
          operators("RequestExpiredException"),
          operators("RequestTimeTooSkewed"),
          operators("RequestInTheFuture"),
          // The address is not that of a user pool's API, or the function uses another protocol.
          operators("UnknownOperation"),
          operators("UnknownOperationException"),
          operators("InvalidAction"),
          operators("MissingAction"),
          operators("MalformedHttpRequestException"),
          operators("MalformedQueryString"),
          operators("InvalidQueryParameter"),
          callers("ValidationError"),
          callers("ValidationException"),
          callers("InvalidParameterValue"),
          callers("InvalidParameterCombination"),
          callers("MissingParameter"),
          callers("SerializationException"),
          callers("RequestEntityTooLargeException"),
          // The operation may have been running when AWS answered these errors.
          openAfterAChange("RequestTimeout"),
          lost("RequestTimeout"),
          openAfterAChange("RequestTimeoutException"),
          lost("RequestTimeoutException"),
          openAfterAChange("RequestAborted"),
          lost("RequestAborted"),
          openAfterAChange("RequestAbortedException"),
          lost("RequestAbortedException"),
          openAfterAChange("InternalError"),
          lost("InternalError"),
          openAfterAChange("InternalFailure"),
          lost("InternalFailure"),
          openAfterAChange("InternalFailureException"),
          lost("InternalFailureException"),
          openAfterAChange("InternalServerError"),
          lost("InternalServerError"),
          openAfterAChange("InternalServerException"),
          lost("InternalServerException"),
          openAfterAChange("ServiceUnavailable"),
          lost("ServiceUnavailable"),
          openAfterAChange("ServiceUnavailableException"),
          lost("ServiceUnavailableException"));

  private CommonErrors() {}

  /** AWS refused the request because of the request rate, before it was processed. */
  private static RefusalRow throttling(String type) {
    return row(RefusalRow.ALL, type, ErrorCode.TOO_MANY_REQUESTS);
  }

  /** Errors of credentials, permissions, clock or address, which only the operator can correct. */
  private static RefusalRow operators(String type) {
    return row(RefusalRow.ALL, type, ErrorCode.SERVICE_MISCONFIGURED);
  }

  /** AWS refused the form of a value that the caller sent. */
  private static RefusalRow callers(String type) {
    return row(RefusalRow.ALL, type, ErrorCode.REQUEST_REJECTED);
  }

  private static RefusalRow openAfterAChange(String type) {
    return row(RefusalRow.CHANGE, type, ErrorCode.OUTCOME_UNKNOWN);
  }

  private static RefusalRow lost(String type) {
    return row(RefusalRow.ALL, type, ErrorCode.UPSTREAM_ERROR);
  }

  private static RefusalRow row(Set<Operation> operations, String type, ErrorCode code) {
    return new RefusalRow(operations, type, "", code, RefusalRow.Text.OURS);
  }
}

package io.github.cognitofirstlogin.auth.endpoint;

import io.github.cognitofirstlogin.auth.cognito.AuthOutcome.Failure;
import io.github.cognitofirstlogin.auth.cognito.AuthOutcome.Refused;
import io.github.cognitofirstlogin.auth.cognito.UserPool;
import io.github.cognitofirstlogin.auth.contract.ErrorCode;
import io.github.cognitofirstlogin.auth.http.Reply;
import io.github.cognitofirstlogin.auth.http.Request;
import io.github.cognitofirstlogin.auth.text.TextRule;
import java.util.EnumSet;
import java.util.Set;

/**
 * {@code POST /forgot-password}: asks Cognito to send a code for a new password. The reply does not
 * tell whether the user exists or whether a code was sent.
 */
public final class ForgotPassword implements Endpoint {
  private static final Reply TAKEN = Reply.ok("If the account exists, a code was sent.");

  /** No message was sent, which happens only for an existing user. */
  private static final Set<ErrorCode> NOT_SENT =
      EnumSet.of(
          ErrorCode.RESET_BEFORE_FIRST_LOGIN,
          ErrorCode.RESET_UNAVAILABLE,
          ErrorCode.CODE_DELIVERY_FAILED);

  /** Faults of the request itself, which are the same for every user name. */
  private static final Set<ErrorCode> TOLD =
      EnumSet.of(ErrorCode.INVALID_PARAMETER, ErrorCode.REQUEST_REJECTED);

  private final Replies replies;

  public ForgotPassword(Replies replies) {
    this.replies = replies;
  }

  @Override
  public Reply handle(Request request, UserPool userPool) {
    return userPool
        .requestPasswordReset(request.json().required("username", TextRule.USERNAME))
        .map(this::failed)
        .orElse(TAKEN);
  }

  private Reply failed(Failure failure) {
    return failure instanceof Refused refused && isSilent(refused.code())
        ? TAKEN.noting(refused.code())
        : replies.failed(failure, ErrorCode::status);
  }

  private static boolean isSilent(ErrorCode code) {
    return NOT_SENT.contains(code) || (code.status() == 400 && !TOLD.contains(code));
  }
}

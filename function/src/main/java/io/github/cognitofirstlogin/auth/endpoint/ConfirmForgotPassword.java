package io.github.cognitofirstlogin.auth.endpoint;

import io.github.cognitofirstlogin.auth.cognito.AuthOutcome.Failure;
import io.github.cognitofirstlogin.auth.cognito.AuthOutcome.Refused;
import io.github.cognitofirstlogin.auth.cognito.UserPool;
import io.github.cognitofirstlogin.auth.contract.ErrorCode;
import io.github.cognitofirstlogin.auth.http.JsonBody;
import io.github.cognitofirstlogin.auth.http.Reply;
import io.github.cognitofirstlogin.auth.http.Request;
import io.github.cognitofirstlogin.auth.text.TextRule;
import java.util.EnumSet;
import java.util.Set;

/**
 * {@code POST /confirm-forgot-password}: sets a new password with a code. A refusal that could tell
 * whether the user exists, or the user's state, gets the reply for a wrong code.
 */
public final class ConfirmForgotPassword implements Endpoint {
  /** Faults of the request itself, which are the same for every user name. */
  private static final Set<ErrorCode> TOLD =
      EnumSet.of(
          ErrorCode.INVALID_PARAMETER,
          ErrorCode.INVALID_PASSWORD,
          ErrorCode.PASSWORD_REUSED,
          ErrorCode.CODE_INVALID,
          ErrorCode.REJECTED_BY_POLICY,
          ErrorCode.REQUEST_REJECTED);

  private final Replies replies;

  public ConfirmForgotPassword(Replies replies) {
    this.replies = replies;
  }

  @Override
  public Reply handle(Request request, UserPool userPool) {
    JsonBody body = request.json();
    return userPool
        .resetPassword(
            body.required("username", TextRule.USERNAME),
            body.required("code", TextRule.DELIVERED_CODE),
            body.required("new_password", TextRule.NEW_PASSWORD))
        .map(this::failed)
        .orElseGet(() -> Reply.ok("Password changed successfully"));
  }

  private Reply failed(Failure failure) {
    return failure instanceof Refused refused && isAboutTheUser(refused.code())
        ? Reply.error(
                ErrorCode.CODE_MISMATCH.status(),
                ErrorCode.CODE_MISMATCH,
                "The code is wrong or no longer valid. Check it, or ask for another one.")
            .noting(refused.code())
        : replies.failedReset(failure);
  }

  private static boolean isAboutTheUser(ErrorCode code) {
    return code == ErrorCode.RESET_UNAVAILABLE || (code.status() == 400 && !TOLD.contains(code));
  }
}

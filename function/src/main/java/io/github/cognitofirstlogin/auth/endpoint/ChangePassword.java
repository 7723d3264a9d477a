package io.github.cognitofirstlogin.auth.endpoint;

import io.github.cognitofirstlogin.auth.cognito.AuthOutcome;
import io.github.cognitofirstlogin.auth.cognito.AuthOutcome.Challenged;
import io.github.cognitofirstlogin.auth.cognito.AuthOutcome.Refused;
import io.github.cognitofirstlogin.auth.cognito.Challenge;
import io.github.cognitofirstlogin.auth.cognito.UserPool;
import io.github.cognitofirstlogin.auth.contract.ErrorCode;
import io.github.cognitofirstlogin.auth.http.BadRequest;
import io.github.cognitofirstlogin.auth.http.JsonBody;
import io.github.cognitofirstlogin.auth.http.Reply;
import io.github.cognitofirstlogin.auth.http.Request;
import io.github.cognitofirstlogin.auth.text.TextRule;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code POST /change-password}: completes the first login with a new password. */
public final class ChangePassword implements Endpoint {
  private static final String CHANGED = "Password changed successfully";

  /**
   * The refusals after which a new sign-in with the temporary password may succeed. A used session
   * is not among them: another request has changed the password, so the sign-in would count as a
   * failed one, and many failed sign-ins lock the user out.
   */
  private static final Set<ErrorCode> MENDED_BY_A_NEW_SESSION =
      EnumSet.of(ErrorCode.SESSION_EXPIRED, ErrorCode.SESSION_INVALID);

  private final Replies replies;
  private final WritableAttributes writable;

  public ChangePassword(Replies replies, WritableAttributes writable) {
    this.replies = replies;
    this.writable = writable;
  }

  @Override
  public Reply handle(Request request, UserPool userPool) {
    JsonBody body = request.json();
    String username = body.required("username", TextRule.USERNAME);
    String newPassword = body.required("new_password", TextRule.NEW_PASSWORD);
    String session = body.required("session", TextRule.SESSION);
    Map<String, String> attributes = writable.of(body);
    Optional<String> temporary = body.optional("temporary_password", TextRule.PASSWORD);
    if (temporary.equals(Optional.of(newPassword))) {
      throw new BadRequest(
          ErrorCode.PASSWORD_REUSED, "The new password must differ from the temporary one.");
    }
    AuthOutcome outcome = userPool.answerNewPassword(username, newPassword, session, attributes);
    if (temporary.isPresent() && outcome instanceof Refused refused && isMendable(refused)) {
      outcome = anew(userPool, username, temporary.get(), newPassword, attributes, refused);
    }
    return outcome.fold(
        tokens -> replies.signedIn(CHANGED, tokens),
        challenge -> replies.challenge(CHANGED, challenge),
        failure -> replies.failed(failure, ErrorCode::status));
  }

  private static boolean isMendable(Refused refused) {
    return MENDED_BY_A_NEW_SESSION.contains(refused.code());
  }

  /**
   * Signs in again once. If the temporary password no longer leads to the same challenge, another
   * request has changed the password or it was never this user's. The first refusal is then the
   * reply.
   */
  private static AuthOutcome anew(
      UserPool userPool,
      String username,
      String temporaryPassword,
      String newPassword,
      Map<String, String> attributes,
      Refused refused) {
    AuthOutcome start = userPool.signIn(username, temporaryPassword);
    if (start instanceof Challenged challenged && challenged.challenge().isNewPasswordRequired()) {
      Challenge challenge = challenged.challenge();
      String session = challenge.session();
      if (session != null) {
        return userPool.answerNewPassword(challenge.username(), newPassword, session, attributes);
      }
    }
    return start instanceof Refused restart
            && restart.code() == ErrorCode.TEMPORARY_PASSWORD_EXPIRED
        ? restart
        : refused;
  }
}

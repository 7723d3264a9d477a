package io.github.cognitofirstlogin.userpool.signin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitofirstlogin.userpool.protocol.CognitoException;
import io.github.cognitofirstlogin.userpool.protocol.Parameters;
import io.github.cognitofirstlogin.userpool.users.User;
import io.github.cognitofirstlogin.userpool.users.UserPoolClient;
import java.time.Clock;
import java.util.function.BooleanSupplier;

/** USER_PASSWORD_AUTH, and the checks that every sign-in with a password must pass. */
public final class PasswordSignIn {

  private final NextStep next;
  private final Clock clock;

  public PasswordSignIn(NextStep next, Clock clock) {
    this.next = next;
    this.clock = clock;
  }

  ObjectNode start(UserPoolClient client, Parameters parameters) {
    var username = parameters.required("USERNAME");
    var password = parameters.required("PASSWORD");
    client.checkSecretHash(username, parameters.secretHash());
    var user = client.pool().find(username).orElseThrow(client::noSuchUser);
    synchronized (user) {
      return proven(user, client, () -> user.passwordIs(client.pool().password(user, password)));
    }
  }

  /**
   * Continues if the password is right and the user may sign in. The caller holds the user's lock.
   */
  ObjectNode proven(User user, UserPoolClient client, BooleanSupplier proof) {
    var now = clock.instant();
    user.failedAttempts().admit(now);
    if (!user.enabled()) {
      throw CognitoException.notAuthorized("User is disabled.");
    }
    if (user.status() == User.Status.RESET_REQUIRED) {
      throw new CognitoException(
          "PasswordResetRequiredException", "Password reset required for the user");
    }
    if (!proof.getAsBoolean()) {
      user.failedAttempts().failed(now);
      throw UserPoolClient.wrongPassword();
    }
    user.failedAttempts().succeeded();
    if (user.temporaryPasswordExpired(now)) {
      throw CognitoException.notAuthorized(
          "Temporary password has expired and must be reset by an administrator.");
    }
    return next.afterPassword(user, client);
  }
}

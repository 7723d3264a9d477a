package io.github.cognitofirstlogin.userpool.users;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitofirstlogin.userpool.protocol.CognitoException;
import io.github.cognitofirstlogin.userpool.protocol.Input;
import io.github.cognitofirstlogin.userpool.protocol.Json;
import io.github.cognitofirstlogin.userpool.settings.SchemaAttribute;
import java.time.Clock;
import java.util.Optional;

/** ForgotPassword, ConfirmForgotPassword and AdminResetUserPassword. */
public final class ForgottenPasswords {

  private static final String TEXT = "Your password reset code is {####}.";

  private final UserPools pools;
  private final NewPasswords passwords;
  private final Outbox outbox;
  private final Clock clock;

  public ForgottenPasswords(UserPools pools, NewPasswords passwords, Outbox outbox, Clock clock) {
    this.pools = pools;
    this.passwords = passwords;
    this.outbox = outbox;
    this.clock = clock;
  }

  public ObjectNode forgot(Input input) {
    var client = pools.client(input.required("ClientId"));
    var username = input.required("Username");
    client.checkSecretHash(username, input.text("SecretHash").orElse(null));
    var hides = client.settings().hidesUserExistence();
    var found = client.pool().find(username);
    if (found.isEmpty()) {
      if (hides) {
        return delivery(simulated(username));
      }
      throw new CognitoException(
          "UserNotFoundException", "Username/client id combination not found.");
    }
    var user = found.get();
    synchronized (user) {
      var destination = destination(client.pool(), user);
      if (hides && (!user.enabled() || destination.isEmpty())) {
        return delivery(simulated(username));
      }
      if (!user.enabled()) {
        throw CognitoException.notAuthorized("User is disabled.");
      }
      refuseBeforeFirstLogin(user);
      var code =
          RecoveryCode.to(
              destination.orElseThrow(ForgottenPasswords::unreachable), clock.instant());
      user.recoverWith(code);
      send(user, code);
      return delivery(code.destination());
    }
  }

  public ObjectNode confirm(Input input) {
    var client = pools.client(input.required("ClientId"));
    var username = input.required("Username");
    client.checkSecretHash(username, input.text("SecretHash").orElse(null));
    var found = client.pool().find(username);
    if (found.isEmpty()) {
      throw client.settings().hidesUserExistence() ? mismatch() : CognitoException.userNotFound();
    }
    var user = found.get();
    synchronized (user) {
      if (!user.enabled()) {
        throw client.settings().hidesUserExistence()
            ? mismatch()
            : CognitoException.notAuthorized("User is disabled.");
      }
      user.failedAttempts().admit(clock.instant());
      var code =
          user.recoveryCode()
              .filter(c -> clock.instant().isBefore(c.expires()))
              .orElseThrow(
                  () ->
                      new CognitoException(
                          "ExpiredCodeException",
                          "Invalid code provided, please request a code again."));
      if (!code.code().equals(input.required("ConfirmationCode"))) {
        user.failedAttempts().failed(clock.instant());
        throw mismatch();
      }
      // After a refused password the code can be used again.
      passwords.permanent(client.pool(), user, input.required("Password"));
      user.failedAttempts().succeeded();
      return Json.object();
    }
  }

  public ObjectNode adminReset(Input input) {
    var pool = pools.pool(input.required("UserPoolId"));
    var user = pools.user(pool, input.required("Username"));
    synchronized (user) {
      refuseBeforeFirstLogin(user);
      var destination = destination(pool, user).orElseThrow(ForgottenPasswords::unreachable);
      var code = RecoveryCode.to(destination, clock.instant());
      user.requireReset(code, clock.instant());
      send(user, code);
      return Json.object();
    }
  }

  private void send(User user, RecoveryCode code) {
    var to = code.destination();
    outbox.send(to.medium(), to.value(), user, code.code(), TEXT);
  }

  /** A user without a permanent password cannot reset it. */
  private static void refuseBeforeFirstLogin(User user) {
    if (user.status() == User.Status.FORCE_CHANGE_PASSWORD) {
      throw CognitoException.notAuthorized("User password cannot be reset in the current state.");
    }
  }

  private static Optional<Destination> destination(UserPool pool, User user) {
    return pool.settings().recovery().stream()
        .filter(user::verified)
        .findFirst()
        .map(name -> new Destination(name, user.attribute(name).orElse("")));
  }

  /** The answer for an unknown user and for a user without a verified address. */
  private static Destination simulated(String username) {
    if (SchemaAttribute.isPhoneNumber(username)) {
      return new Destination("phone_number", username);
    }
    return new Destination(
        "email",
        SchemaAttribute.isEmail(username) ? username : username.charAt(0) + "@example.com");
  }

  private static ObjectNode delivery(Destination destination) {
    var answer = Json.object();
    answer.set("CodeDeliveryDetails", destination.details());
    return answer;
  }

  private static CognitoException mismatch() {
    return new CognitoException(
        "CodeMismatchException", "Invalid verification code provided, please try again.");
  }

  private static CognitoException unreachable() {
    return CognitoException.invalidParameter(
        "Cannot reset password for the user as there is no registered/verified email or"
            + " phone_number");
  }
}

package io.github.cognitofirstlogin.userpool.users;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitofirstlogin.userpool.protocol.CognitoException;
import io.github.cognitofirstlogin.userpool.protocol.Input;
import io.github.cognitofirstlogin.userpool.protocol.Json;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Set;
import java.util.UUID;

/**
 * AdminCreateUser: creates a user with a temporary password, or replaces the temporary password of
 * a user who has not used it.
 */
public final class Invitations {

  private final UserPools pools;
  private final NewPasswords passwords;
  private final Outbox outbox;
  private final Clock clock;

  public Invitations(UserPools pools, NewPasswords passwords, Outbox outbox, Clock clock) {
    this.pools = pools;
    this.passwords = passwords;
    this.outbox = outbox;
    this.clock = clock;
  }

  public ObjectNode create(Input input) {
    var pool = pools.pool(input.required("UserPoolId"));
    if (input.text("MessageAction").filter("RESEND"::equals).isPresent()) {
      return again(pool, input);
    }
    var username = input.required("Username");
    var attributes = new LinkedHashMap<>(input.attributes("UserAttributes"));
    if (attributes.containsKey("sub")) {
      throw CognitoException.invalidParameter("Cannot modify the non-mutable attribute sub");
    }
    Names.check(pool.settings().usernames(), username, attributes);
    pool.settings().schema().check(attributes);
    var sub = UUID.randomUUID().toString();
    var byAddress = !pool.settings().usernames().usernameAttributes().isEmpty();
    var user = new User(byAddress ? sub : username, sub, attributes, clock.instant());
    synchronized (user) {
      var temporary = temporary(pool, input);
      passwords.temporary(pool, user, temporary);
      pool.add(user, input.flag("ForceAliasCreation"));
      if (input.text("MessageAction").isEmpty()) {
        invite(pool, user, temporary, input);
      }
      return answer(user);
    }
  }

  private ObjectNode again(UserPool pool, Input input) {
    var user = pools.user(pool, input.required("Username"));
    synchronized (user) {
      if (user.status() != User.Status.FORCE_CHANGE_PASSWORD) {
        throw new CognitoException(
            "UnsupportedUserStateException",
            "Resend not possible. " + user.username() + " status is not FORCE_CHANGE_PASSWORD");
      }
      var temporary = temporary(pool, input);
      passwords.temporary(pool, user, temporary);
      invite(pool, user, temporary, input);
      return answer(user);
    }
  }

  private String temporary(UserPool pool, Input input) {
    return input
        .text("TemporaryPassword")
        .orElseGet(() -> passwords.generated(pool.settings().passwordPolicy()));
  }

  /**
   * By SMS unless the request names another medium, and only to an existing address, as in Cognito.
   */
  private void invite(UserPool pool, User user, String temporary, Input input) {
    var invitation = pool.settings().invitation();
    var asked = input.texts("DesiredDeliveryMediums");
    var media = asked.isEmpty() ? Set.of("SMS") : asked;
    if (media.contains("SMS")) {
      user.attribute("phone_number")
          .ifPresent(
              to -> outbox.send(OutboxMessage.Medium.SMS, to, user, temporary, invitation.sms()));
    }
    if (media.contains("EMAIL")) {
      user.attribute("email")
          .ifPresent(
              to ->
                  outbox.send(OutboxMessage.Medium.EMAIL, to, user, temporary, invitation.email()));
    }
  }

  private static ObjectNode answer(User user) {
    var answer = Json.object();
    answer.set("User", AdminUsers.described(user, "Attributes"));
    return answer;
  }
}

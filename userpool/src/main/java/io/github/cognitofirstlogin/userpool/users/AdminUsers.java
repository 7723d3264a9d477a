package io.github.cognitofirstlogin.userpool.users;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitofirstlogin.userpool.protocol.CognitoException;
import io.github.cognitofirstlogin.userpool.protocol.Input;
import io.github.cognitofirstlogin.userpool.protocol.Json;
import io.github.cognitofirstlogin.userpool.settings.MfaSettings;
import java.time.Clock;
import java.util.function.BiConsumer;

/** The operations with which administrators read and change users. */
public final class AdminUsers {

  private final UserPools pools;
  private final NewPasswords passwords;
  private final Clock clock;

  public AdminUsers(UserPools pools, NewPasswords passwords, Clock clock) {
    this.pools = pools;
    this.passwords = passwords;
    this.clock = clock;
  }

  public ObjectNode get(Input input) {
    var user = pools.user(pools.pool(input.required("UserPoolId")), input.required("Username"));
    synchronized (user) {
      var answer = described(user, "UserAttributes");
      describeSecondFactors(answer, user);
      return answer;
    }
  }

  public ObjectNode setPassword(Input input) {
    return changed(
        input,
        (pool, user) -> {
          if (input.flag("Permanent")) {
            passwords.permanent(pool, user, input.required("Password"));
          } else {
            passwords.temporary(pool, user, input.required("Password"));
          }
        });
  }

  public ObjectNode disable(Input input) {
    return changed(input, (pool, user) -> user.disable(clock.instant()));
  }

  public ObjectNode enable(Input input) {
    return changed(input, (pool, user) -> user.enable(clock.instant()));
  }

  public ObjectNode delete(Input input) {
    return changed(
        input,
        (pool, user) -> {
          user.signOut();
          pool.remove(user);
        });
  }

  public ObjectNode globalSignOut(Input input) {
    return changed(input, (pool, user) -> user.signOut());
  }

  public ObjectNode setMfaPreference(Input input) {
    return changed(
        input,
        (pool, user) -> {
          prefer(user, input, "SMSMfaSettings", MfaSettings.SMS);
          prefer(user, input, "SoftwareTokenMfaSettings", MfaSettings.SOFTWARE_TOKEN);
          prefer(user, input, "EmailMfaSettings", MfaSettings.EMAIL);
        });
  }

  static ObjectNode described(User user, String attributes) {
    var described = Json.object().put("Username", user.username());
    described.set(attributes, Json.attributes(user.attributes()));
    return described
        .put("UserCreateDate", Json.time(user.created()))
        .put("UserLastModifiedDate", Json.time(user.modified()))
        .put("Enabled", user.enabled())
        .put("UserStatus", user.status().name());
  }

  public static void describeSecondFactors(ObjectNode described, User user) {
    var factors = user.secondFactors();
    factors.preferred().ifPresent(factor -> described.put("PreferredMfaSetting", factor));
    if (!factors.enabled().isEmpty()) {
      described.set("UserMFASettingList", Json.array(factors.enabled()));
    }
  }

  private ObjectNode changed(Input input, BiConsumer<UserPool, User> change) {
    var pool = pools.pool(input.required("UserPoolId"));
    var user = pools.user(pool, input.required("Username"));
    synchronized (user) {
      change.accept(pool, user);
    }
    return Json.object();
  }

  private static void prefer(User user, Input input, String member, String factor) {
    var settings = input.json().path(member);
    if (!settings.isObject()) {
      return;
    }
    var factors = user.secondFactors();
    if (!settings.path("Enabled").asBoolean(false)) {
      factors.disable(factor);
      return;
    }
    refuseUnlessReady(user, factor);
    factors.enable(factor);
    if (settings.path("PreferredMfa").asBoolean(false)) {
      factors.prefer(factor);
    } else {
      factors.noLongerPrefer(factor);
    }
  }

  private static void refuseUnlessReady(User user, String factor) {
    if (factor.equals(MfaSettings.SOFTWARE_TOKEN)) {
      if (user.secondFactors().softwareToken().isEmpty()) {
        throw CognitoException.invalidParameter("User has not verified software token mfa");
      }
    } else if (user.attribute(factor.equals(MfaSettings.SMS) ? "phone_number" : "email")
        .isEmpty()) {
      throw CognitoException.invalidParameter(
          "User does not have delivery config set to turn on " + factor);
    }
  }
}

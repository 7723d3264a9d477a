package io.github.cognitofirstlogin.userpool.signin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitofirstlogin.userpool.crypto.Randoms;
import io.github.cognitofirstlogin.userpool.protocol.Json;
import io.github.cognitofirstlogin.userpool.settings.MfaSettings;
import io.github.cognitofirstlogin.userpool.users.Destination;
import io.github.cognitofirstlogin.userpool.users.Outbox;
import io.github.cognitofirstlogin.userpool.users.User;
import io.github.cognitofirstlogin.userpool.users.UserPoolClient;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides the next challenge of a sign-in. The caller holds the user's lock. */
public final class NextStep {

  private static final int CODE_DIGITS = 6;

  private final Sessions sessions;
  private final Tokens tokens;
  private final Outbox outbox;

  public NextStep(Sessions sessions, Tokens tokens, Outbox outbox) {
    this.sessions = sessions;
    this.tokens = tokens;
    this.outbox = outbox;
  }

  ObjectNode afterPassword(User user, UserPoolClient client) {
    if (user.status() == User.Status.FORCE_CHANGE_PASSWORD) {
      return newPassword(user, client);
    }
    var mfa = client.pool().settings().mfa();
    var factors = factors(user, mfa);
    if (factors.isEmpty()) {
      return mfa.requirement() == MfaSettings.Requirement.ON
          ? mfaSetup(user, client)
          : tokens.signIn(user, client);
    }
    var preferred = user.secondFactors().preferred().filter(factors::contains);
    if (preferred.isEmpty() && factors.size() > 1) {
      return selectMfaType(user, client, factors);
    }
    return ask(user, client, preferred.orElse(factors.get(0)));
  }

  ObjectNode afterSecondFactor(User user, UserPoolClient client) {
    return tokens.signIn(user, client);
  }

  /** Asks for a second factor that the user has. */
  ObjectNode ask(User user, UserPoolClient client, String factor) {
    var parameters = parameters(user);
    if (factor.equals(MfaSettings.SOFTWARE_TOKEN)) {
      parameters.put("FRIENDLY_DEVICE_NAME", user.secondFactors().deviceName());
      return challenge(user, client, new Challenge.SoftwareToken(), parameters);
    }
    var attribute = factor.equals(MfaSettings.SMS) ? "phone_number" : "email";
    var destination = new Destination(attribute, user.attribute(attribute).orElse(""));
    var code = Randoms.digits(CODE_DIGITS);
    outbox.send(
        destination.medium(),
        destination.value(),
        user,
        code,
        "Your authentication code is {####}.");
    parameters.put("CODE_DELIVERY_DELIVERY_MEDIUM", destination.medium().name());
    parameters.put("CODE_DELIVERY_DESTINATION", destination.masked());
    return challenge(user, client, new Challenge.SentCode(factor, code), parameters);
  }

  /**
   * The factors that both the pool and the user have. If a second factor is required, an address
   * counts as one.
   */
  private static List<String> factors(User user, MfaSettings mfa) {
    if (mfa.requirement() == MfaSettings.Requirement.OFF) {
      return List.of();
    }
    var factors = new LinkedHashSet<>(user.secondFactors().enabled());
    if (user.secondFactors().softwareToken().isEmpty()) {
      factors.remove(MfaSettings.SOFTWARE_TOKEN);
    }
    if (mfa.requirement() == MfaSettings.Requirement.ON) {
      user.attribute("phone_number").ifPresent(number -> factors.add(MfaSettings.SMS));
      user.attribute("email").ifPresent(address -> factors.add(MfaSettings.EMAIL));
    }
    factors.retainAll(mfa.factors());
    return List.copyOf(factors);
  }

  private ObjectNode newPassword(User user, UserPoolClient client) {
    var attributes = new LinkedHashMap<>(user.attributes());
    attributes.remove("sub");
    var required =
        client.pool().settings().schema().required().stream()
            .filter(name -> user.attribute(name).isEmpty())
            .map(name -> "userAttributes." + name)
            .toList();
    var parameters = parameters(user);
    parameters.put("requiredAttributes", Json.text(Json.array(required)));
    parameters.put("userAttributes", Json.text(attributes));
    return challenge(user, client, new Challenge.NewPassword(), parameters);
  }

  private ObjectNode mfaSetup(User user, UserPoolClient client) {
    var parameters = parameters(user);
    var factors = client.pool().settings().mfa().factors();
    parameters.put("MFAS_CAN_SETUP", Json.text(Json.array(factors)));
    return challenge(user, client, new Challenge.MfaSetup(Optional.empty(), false), parameters);
  }

  private ObjectNode selectMfaType(User user, UserPoolClient client, List<String> factors) {
    var parameters = parameters(user);
    parameters.put("MFAS_CAN_CHOOSE", Json.text(Json.array(factors)));
    return challenge(user, client, new Challenge.SelectMfaType(factors), parameters);
  }

  private static Map<String, String> parameters(User user) {
    var parameters = new LinkedHashMap<String, String>();
    parameters.put("USER_ID_FOR_SRP", user.username());
    return parameters;
  }

  private ObjectNode challenge(
      User user, UserPoolClient client, Challenge challenge, Map<String, String> parameters) {
    var answer =
        Json.object()
            .put("ChallengeName", challenge.challengeName())
            .put("Session", sessions.open(user, client, challenge));
    parameters.forEach(answer.putObject("ChallengeParameters")::put);
    return answer;
  }
}

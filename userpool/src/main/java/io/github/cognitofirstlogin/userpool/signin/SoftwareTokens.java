package io.github.cognitofirstlogin.userpool.signin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitofirstlogin.userpool.crypto.Totp;
import io.github.cognitofirstlogin.userpool.protocol.CognitoException;
import io.github.cognitofirstlogin.userpool.protocol.Input;
import io.github.cognitofirstlogin.userpool.protocol.Json;
import io.github.cognitofirstlogin.userpool.settings.MfaSettings;
import io.github.cognitofirstlogin.userpool.users.UserPool;
import java.time.Clock;
import java.util.Optional;

/**
 * AssociateSoftwareToken and VerifySoftwareToken, during a sign-in (session) or after one (access
 * token).
 */
public final class SoftwareTokens {

  private final Sessions sessions;
  private final SignedInUsers signedIn;
  private final Clock clock;

  public SoftwareTokens(Sessions sessions, SignedInUsers signedIn, Clock clock) {
    this.sessions = sessions;
    this.signedIn = signedIn;
    this.clock = clock;
  }

  public ObjectNode associate(Input input) {
    var token = new Totp();
    var answer = Json.object().put("SecretCode", token.secretCode());
    if (input.text("AccessToken").isPresent()) {
      var family = signedIn.require(input.required("AccessToken"));
      refuseWithoutSoftwareTokens(family.client().pool());
      synchronized (family.user()) {
        family.user().secondFactors().associate(token);
      }
      return answer;
    }
    var session = sessions.find(required(input));
    synchronized (session.user()) {
      sessions.require(required(input), session.user(), session.client());
      if (!(session.challenge() instanceof Challenge.MfaSetup)) {
        throw Sessions.invalid();
      }
      refuseWithoutSoftwareTokens(session.client().pool());
      session.use();
      return answer.put(
          "Session", next(session, new Challenge.MfaSetup(Optional.of(token), false)));
    }
  }

  public ObjectNode verify(Input input) {
    var code = input.required("UserCode");
    var name = input.text("FriendlyDeviceName").orElse("");
    var answer = Json.object().put("Status", "SUCCESS");
    if (input.text("AccessToken").isPresent()) {
      var user = signedIn.require(input.required("AccessToken")).user();
      synchronized (user) {
        var token = user.secondFactors().unverified().orElseThrow(SoftwareTokens::notAssociated);
        if (!accepts(token, code)) {
          throw mismatch();
        }
        user.secondFactors().verified(token, name);
        return answer;
      }
    }
    var session = sessions.find(required(input));
    synchronized (session.user()) {
      sessions.require(required(input), session.user(), session.client());
      if (!(session.challenge() instanceof Challenge.MfaSetup setup)) {
        throw Sessions.invalid();
      }
      var token = setup.softwareToken().orElseThrow(SoftwareTokens::notAssociated);
      if (!accepts(token, code)) {
        session.countWrongCode();
        throw mismatch();
      }
      session.user().secondFactors().verified(token, name);
      session.user().secondFactors().enable(MfaSettings.SOFTWARE_TOKEN);
      session.use();
      return answer.put("Session", next(session, new Challenge.MfaSetup(Optional.of(token), true)));
    }
  }

  private boolean accepts(Totp token, String code) {
    try {
      return token.accept(code, clock.instant());
    } catch (Totp.Replayed e) {
      return false;
    }
  }

  private static CognitoException mismatch() {
    return new CognitoException("EnableSoftwareTokenMFAException", "Code mismatch");
  }

  private String next(Session session, Challenge challenge) {
    return sessions.open(session.user(), session.client(), challenge);
  }

  private static String required(Input input) {
    return input
        .text("Session")
        .orElseThrow(
            () -> CognitoException.invalidParameter("Access Token or Session must be provided."));
  }

  private static CognitoException notAssociated() {
    return CognitoException.invalidParameter("No software token is associated");
  }

  private static void refuseWithoutSoftwareTokens(UserPool pool) {
    if (!pool.settings().mfa().factors().contains(MfaSettings.SOFTWARE_TOKEN)) {
      throw new CognitoException(
          "SoftwareTokenMFANotFoundException",
          "Software Token MFA has not been enabled by the userPool");
    }
  }
}

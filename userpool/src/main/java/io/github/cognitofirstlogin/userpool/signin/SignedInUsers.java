package io.github.cognitofirstlogin.userpool.signin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jwt.SignedJWT;
import io.github.cognitofirstlogin.userpool.protocol.CognitoException;
import io.github.cognitofirstlogin.userpool.protocol.Input;
import io.github.cognitofirstlogin.userpool.protocol.Json;
import io.github.cognitofirstlogin.userpool.users.AdminUsers;
import io.github.cognitofirstlogin.userpool.users.TokenFamily;
import io.github.cognitofirstlogin.userpool.users.UserPools;
import java.text.ParseException;
import java.time.Clock;
import java.util.Optional;

/** The operations with an access token: GetUser, GlobalSignOut and setting up a software token. */
public final class SignedInUsers {

  private final UserPools pools;
  private final TokenFamilies families;
  private final Clock clock;

  public SignedInUsers(UserPools pools, TokenFamilies families, Clock clock) {
    this.pools = pools;
    this.families = families;
    this.clock = clock;
  }

  /** The family of an access token that this server signed and that is still valid. */
  TokenFamily require(String accessToken) {
    try {
      return require(SignedJWT.parse(accessToken));
    } catch (ParseException e) {
      throw invalid();
    }
  }

  public ObjectNode get(Input input) {
    var family = require(input.required("AccessToken"));
    var user = family.user();
    synchronized (user) {
      var answer = Json.object().put("Username", user.username());
      answer.set("UserAttributes", Json.attributes(user.attributes()));
      AdminUsers.describeSecondFactors(answer, user);
      return answer;
    }
  }

  public ObjectNode globalSignOut(Input input) {
    var user = require(input.required("AccessToken")).user();
    synchronized (user) {
      user.signOut();
    }
    return Json.object();
  }

  private TokenFamily require(SignedJWT token) throws ParseException {
    var claims = token.getJWTClaimsSet();
    var pool =
        Optional.ofNullable(claims.getIssuer())
            .flatMap(pools::ofIssuer)
            .orElseThrow(SignedInUsers::invalid);
    if (!"access".equals(claims.getStringClaim("token_use"))
        || !pool.keys().signedAccessToken(token)) {
      throw invalid();
    }
    if (!clock.instant().isBefore(claims.getExpirationTime().toInstant())) {
      throw CognitoException.notAuthorized("Access Token has expired");
    }
    // The pool has signed this token. It forgets a token only together with a deleted user.
    var family =
        families
            .ofEvent(claims.getStringClaim("event_id"))
            .orElseThrow(CognitoException::userNotFound);
    synchronized (family.user()) {
      if (!pool.has(family.user())) {
        throw CognitoException.userNotFound();
      }
      if (!family.user().enabled()) {
        throw CognitoException.notAuthorized("User is disabled.");
      }
      if (family.revoked()) {
        throw CognitoException.notAuthorized("Access Token has been revoked");
      }
    }
    return family;
  }

  private static CognitoException invalid() {
    return CognitoException.notAuthorized("Invalid Access Token");
  }
}

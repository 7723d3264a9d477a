package io.github.cognitofirstlogin.userpool.signin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jwt.JWTClaimsSet;
import io.github.cognitofirstlogin.userpool.protocol.Json;
import io.github.cognitofirstlogin.userpool.settings.SchemaAttribute;
import io.github.cognitofirstlogin.userpool.users.TokenFamily;
import io.github.cognitofirstlogin.userpool.users.User;
import io.github.cognitofirstlogin.userpool.users.UserPoolClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;

/** Issues the tokens of a completed sign-in. */
public final class Tokens {

  private final TokenFamilies families;
  private final Clock clock;

  public Tokens(TokenFamilies families, Clock clock) {
    this.families = families;
    this.clock = clock;
  }

  /**
   * An answer whose {@code AuthenticationResult} starts a new family; the caller holds the user's
   * lock.
   */
  ObjectNode signIn(User user, UserPoolClient client) {
    var family = families.start(user, client);
    return answer(result(family).put("RefreshToken", families.newRefreshToken(family)));
  }

  /**
   * An answer with new tokens of the family, and no new refresh token; the caller holds the user's
   * lock.
   */
  ObjectNode refresh(TokenFamily family) {
    return answer(result(family));
  }

  ObjectNode refresh(TokenFamily family, String rotated) {
    return answer(result(family).put("RefreshToken", rotated));
  }

  private static ObjectNode answer(ObjectNode result) {
    var answer = Json.object();
    answer.set("AuthenticationResult", result);
    answer.set("ChallengeParameters", Json.object());
    return answer;
  }

  private ObjectNode result(TokenFamily family) {
    var keys = family.client().pool().keys();
    var settings = family.client().settings();
    return Json.object()
        .put("AccessToken", keys.signAccessToken(access(family)))
        .put("ExpiresIn", settings.accessTokenValidity().toSeconds())
        .put("TokenType", "Bearer")
        .put("IdToken", keys.signIdToken(id(family)));
  }

  private JWTClaimsSet access(TokenFamily family) {
    var client = family.client();
    return common(family, "access", client.settings().accessTokenValidity())
        .claim("client_id", client.id())
        .claim("scope", "aws.cognito.signin.user.admin")
        .claim("username", family.user().username())
        .build();
  }

  private JWTClaimsSet id(TokenFamily family) {
    var client = family.client();
    var readable = client.settings().readAttributes();
    var schema = client.pool().settings().schema();
    var claims =
        common(family, "id", client.settings().idTokenValidity())
            .audience(client.id())
            .claim("cognito:username", family.user().username());
    family
        .user()
        .attributes()
        .forEach(
            (name, value) -> {
              if (!name.equals("sub") && (readable.isEmpty() || readable.get().contains(name))) {
                var isFlag =
                    schema
                        .attribute(name)
                        .filter(
                            a ->
                                a.type() == SchemaAttribute.Type.BOOLEAN
                                    && !name.startsWith("custom:"))
                        .isPresent();
                claims.claim(name, isFlag ? (Object) Boolean.valueOf(value) : value);
              }
            });
    return claims.build();
  }

  private JWTClaimsSet.Builder common(TokenFamily family, String use, Duration validity) {
    Instant now = clock.instant();
    var claims =
        new JWTClaimsSet.Builder()
            .subject(family.user().sub())
            .issuer(family.client().pool().issuer())
            .claim("event_id", family.eventId())
            .claim("token_use", use)
            .claim("auth_time", family.signedIn().getEpochSecond())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(validity)))
            .jwtID(UUID.randomUUID().toString());
    if (family.client().settings().tokenRevocation()) {
      claims.claim("origin_jti", family.originJti());
    }
    return claims;
  }
}

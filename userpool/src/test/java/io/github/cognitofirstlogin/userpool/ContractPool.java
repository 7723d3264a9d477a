package io.github.cognitofirstlogin.userpool;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InitiateAuthResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RespondToAuthChallengeResponse;

/** A pool and one of its clients, and the steps of a sign-in with them. */
record ContractPool(
    CognitoIdentityProviderClient cognito, String id, String clientId, Optional<String> secret) {

  static final String TEMPORARY = "Temporary-1";
  static final String CHOSEN = "Chosen-By-User-1";

  /** Creates a user with a temporary password and sends no message. */
  String newUser(AttributeType... attributes) {
    return newUserNamed("user-" + UUID.randomUUID(), attributes);
  }

  String newUserNamed(String username, AttributeType... attributes) {
    return cognito
        .adminCreateUser(
            r ->
                r.userPoolId(id)
                    .username(username)
                    .temporaryPassword(TEMPORARY)
                    .messageAction("SUPPRESS")
                    .userAttributes(attributes))
        .user()
        .username();
  }

  /** Creates a user with a permanent password. */
  String newConfirmedUser(AttributeType... attributes) {
    var username = newUser(attributes);
    cognito.adminSetUserPassword(
        r -> r.userPoolId(id).username(username).password(CHOSEN).permanent(true));
    return username;
  }

  InitiateAuthResponse login(String username, String password) {
    return initiate("USER_PASSWORD_AUTH", username, Map.of("PASSWORD", password));
  }

  InitiateAuthResponse initiate(String flow, String username, Map<String, String> parameters) {
    return cognito.initiateAuth(
        r -> r.clientId(clientId).authFlow(flow).authParameters(signed(username, parameters)));
  }

  /** The session of a new user's NEW_PASSWORD_REQUIRED. */
  String session(String username) {
    return login(username, TEMPORARY).session();
  }

  RespondToAuthChallengeResponse newPassword(String username, String password, String session) {
    return respond("NEW_PASSWORD_REQUIRED", username, session, Map.of("NEW_PASSWORD", password));
  }

  RespondToAuthChallengeResponse respond(
      String challenge, String username, String session, Map<String, String> responses) {
    return cognito.respondToAuthChallenge(
        r ->
            r.clientId(clientId)
                .challengeName(challenge)
                .session(session)
                .challengeResponses(signed(username, responses)));
  }

  AuthenticationResultType tokens(String username) {
    return login(username, CHOSEN).authenticationResult();
  }

  InitiateAuthResponse refresh(String username, String refreshToken) {
    var parameters = new HashMap<>(Map.of("REFRESH_TOKEN", refreshToken));
    secret.ifPresent(s -> parameters.put("SECRET_HASH", hash(s, username + clientId)));
    return cognito.initiateAuth(
        r -> r.clientId(clientId).authFlow("REFRESH_TOKEN_AUTH").authParameters(parameters));
  }

  AuthenticationResultType tokensFrom(String refreshToken) {
    return cognito
        .getTokensFromRefreshToken(
            r -> r.clientId(clientId).clientSecret(secret.orElse(null)).refreshToken(refreshToken))
        .authenticationResult();
  }

  private Map<String, String> signed(String username, Map<String, String> others) {
    var all = new HashMap<>(others);
    all.putIfAbsent("USERNAME", username);
    secret.ifPresent(s -> all.putIfAbsent("SECRET_HASH", hash(s, username + clientId)));
    return all;
  }

  private static String hash(String secret, String message) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return Base64.getEncoder()
          .encodeToString(mac.doFinal(message.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}

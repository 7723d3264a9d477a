package io.github.cognitofirstlogin.userpool.signin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitofirstlogin.userpool.crypto.Randoms;
import io.github.cognitofirstlogin.userpool.crypto.Srp;
import io.github.cognitofirstlogin.userpool.protocol.CognitoException;
import io.github.cognitofirstlogin.userpool.protocol.Json;
import io.github.cognitofirstlogin.userpool.protocol.Parameters;
import io.github.cognitofirstlogin.userpool.users.User;
import io.github.cognitofirstlogin.userpool.users.UserPool;
import io.github.cognitofirstlogin.userpool.users.UserPoolClient;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * USER_SRP_AUTH and the answer to its PASSWORD_VERIFIER; the secret block takes the place of a
 * session.
 */
public final class SrpSignIn {

  private static final int SECRET_BLOCK_BYTES = 1_024;

  private final Sessions sessions;
  private final PasswordSignIn passwords;

  public SrpSignIn(Sessions sessions, PasswordSignIn passwords) {
    this.sessions = sessions;
    this.passwords = passwords;
  }

  ObjectNode start(UserPoolClient client, Parameters parameters) {
    var username = parameters.required("USERNAME");
    var srpA = parameters.required("SRP_A");
    client.checkSecretHash(username, parameters.secretHash());
    var found = client.pool().find(username);
    var secretBlock = Base64.getEncoder().encodeToString(Randoms.bytes(SECRET_BLOCK_BYTES));
    if (found.isEmpty()) {
      if (!client.settings().hidesUserExistence()) {
        throw CognitoException.userNotFound();
      }
      // An exchange with random values that no answer can match, so that an unknown user looks like
      // a wrong password.
      return challenge(username, Srp.answering(srpA, Randoms.bytes(32)), secretBlock);
    }
    var user = found.get();
    synchronized (user) {
      var srp = Srp.answering(srpA, user.passwordHash());
      sessions.open(secretBlock, user, client, new Challenge.PasswordVerifier(srp));
      return challenge(user.username(), srp, secretBlock);
    }
  }

  ObjectNode answer(UserPoolClient client, Parameters responses) {
    var username = responses.required("USERNAME");
    var signature = responses.required("PASSWORD_CLAIM_SIGNATURE");
    var secretBlock = responses.required("PASSWORD_CLAIM_SECRET_BLOCK");
    var timestamp = responses.required("TIMESTAMP");
    client.checkSecretHash(username, responses.secretHash());
    var user = client.pool().named(username).orElseThrow(UserPoolClient::wrongPassword);
    synchronized (user) {
      var session = sessions.require(secretBlock, user, client);
      if (!(session.challenge() instanceof Challenge.PasswordVerifier verifier)) {
        throw Sessions.invalid();
      }
      session.use();
      var message = message(client.pool(), user, secretBlock, timestamp);
      return passwords.proven(
          user, client, () -> verifier.srp().verifies(decoded(signature), message));
    }
  }

  private static ObjectNode challenge(String username, Srp srp, String secretBlock) {
    var answer = Json.object().put("ChallengeName", "PASSWORD_VERIFIER");
    answer
        .putObject("ChallengeParameters")
        .put("SALT", srp.saltHex())
        .put("SECRET_BLOCK", secretBlock)
        .put("SRP_B", srp.publicHex())
        .put("USERNAME", username)
        .put("USER_ID_FOR_SRP", username);
    return answer;
  }

  private static byte[] message(UserPool pool, User user, String secretBlock, String timestamp) {
    var poolName = pool.id().substring(pool.id().indexOf('_') + 1);
    var message = new ByteArrayOutputStream();
    message.writeBytes((poolName + user.username()).getBytes(StandardCharsets.UTF_8));
    message.writeBytes(decoded(secretBlock));
    message.writeBytes(timestamp.getBytes(StandardCharsets.UTF_8));
    return message.toByteArray();
  }

  private static byte[] decoded(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }
}

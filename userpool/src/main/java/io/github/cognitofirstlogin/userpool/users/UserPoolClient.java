package io.github.cognitofirstlogin.userpool.users;

import io.github.cognitofirstlogin.userpool.crypto.Randoms;
import io.github.cognitofirstlogin.userpool.protocol.CognitoException;
import io.github.cognitofirstlogin.userpool.settings.UserPoolClientSettings;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** An app client of a pool. */
public record UserPoolClient(
    String id, Optional<String> secret, UserPool pool, UserPoolClientSettings settings) {

  public static UserPoolClient of(UserPool pool, String id, UserPoolClientSettings settings) {
    var secret =
        settings.generateSecret() ? Optional.of(Randoms.clientSecret()) : Optional.<String>empty();
    return new UserPoolClient(id, secret, pool, settings);
  }

  /** The hash must be over exactly the username that the request sends. */
  public void checkSecretHash(String username, @Nullable String hash) {
    if (secret.isEmpty()) {
      if (hash != null) {
        throw CognitoException.notAuthorized(
            "Client " + id + " is not configured for secret but secret hash was received");
      }
      return;
    }
    if (hash == null) {
      throw CognitoException.notAuthorized(
          "Client " + id + " is configured with secret but SECRET_HASH was not received");
    }
    var expected = secretHash(secret.get(), username + id);
    if (!MessageDigest.isEqual(expected, hash.getBytes(StandardCharsets.UTF_8))) {
      throw CognitoException.notAuthorized("Unable to verify secret hash for client " + id);
    }
  }

  /** The answer to a wrong name and to a wrong password: the same text for both. */
  public static CognitoException wrongPassword() {
    return CognitoException.notAuthorized("Incorrect username or password.");
  }

  /**
   * The user whom a challenge answer names. An address is accepted if the users of the pool have an
   * address for a name and the client has no secret.
   */
  public Optional<User> answering(String username) {
    return secret.isEmpty() && !pool.settings().usernames().usernameAttributes().isEmpty()
        ? pool.find(username)
        : pool.named(username);
  }

  public CognitoException noSuchUser() {
    return settings.hidesUserExistence() ? wrongPassword() : CognitoException.userNotFound();
  }

  private static byte[] secretHash(String secret, String message) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return Base64.getEncoder().encode(mac.doFinal(message.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }

  @Override
  public String toString() {
    return "UserPoolClient[" + id + "]";
  }
}

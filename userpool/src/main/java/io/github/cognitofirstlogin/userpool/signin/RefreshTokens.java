package io.github.cognitofirstlogin.userpool.signin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitofirstlogin.userpool.protocol.CognitoException;
import io.github.cognitofirstlogin.userpool.protocol.Input;
import io.github.cognitofirstlogin.userpool.protocol.Json;
import io.github.cognitofirstlogin.userpool.protocol.Parameters;
import io.github.cognitofirstlogin.userpool.users.UserPoolClient;
import io.github.cognitofirstlogin.userpool.users.UserPools;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** Refreshing with REFRESH_TOKEN_AUTH and GetTokensFromRefreshToken, and RevokeToken. */
public final class RefreshTokens {

  private final UserPools pools;
  private final TokenFamilies families;
  private final Tokens tokens;

  public RefreshTokens(UserPools pools, TokenFamilies families, Tokens tokens) {
    this.pools = pools;
    this.families = families;
    this.tokens = tokens;
  }

  ObjectNode withAuthParameters(UserPoolClient client, Parameters parameters) {
    var token = families.require(parameters.required("REFRESH_TOKEN"), client);
    var user = token.family().user();
    synchronized (user) {
      // A refresh has no username, so the hash is over the stored username.
      client.checkSecretHash(user.username(), parameters.secretHash());
      families.use(token);
      return tokens.refresh(token.family());
    }
  }

  public ObjectNode tokensFromRefreshToken(Input input) {
    var client = client(input);
    var token = families.require(input.required("RefreshToken"), client);
    synchronized (token.family().user()) {
      families.use(token);
      var answer =
          client.settings().rotationGrace().isPresent()
              ? tokens.refresh(token.family(), families.rotate(token))
              : tokens.refresh(token.family());
      answer.remove("ChallengeParameters");
      return answer;
    }
  }

  /** Answers a repeated request like the first one. */
  public ObjectNode revoke(Input input) {
    var client = client(input);
    if (!client.settings().tokenRevocation()) {
      throw new CognitoException(
          "UnsupportedOperationException", "Token revocation is disabled for this client");
    }
    var text = input.required("Token");
    var token = families.find(text);
    if (token.isEmpty()) {
      throw text.split("\\.", -1).length == 3
          ? new CognitoException("UnsupportedTokenTypeException", "Unsupported token type")
          : CognitoException.invalidParameter("Invalid token");
    }
    var family = token.get().family();
    if (!family.client().id().equals(client.id())) {
      throw new CognitoException("UnauthorizedException", "Token is not issued to this client");
    }
    synchronized (family.user()) {
      family.revoke();
    }
    return Json.object();
  }

  /** These operations take the client's secret itself. */
  private UserPoolClient client(Input input) {
    var client = pools.client(input.required("ClientId"));
    requireSecret(client, input.text("ClientSecret").orElse(null));
    return client;
  }

  private static void requireSecret(UserPoolClient client, @Nullable String given) {
    if (client.secret().isEmpty()) {
      if (given != null) {
        throw CognitoException.notAuthorized(
            "Client " + client.id() + " is not configured for secret but secret was received");
      }
      return;
    }
    if (given == null) {
      throw CognitoException.notAuthorized(
          "Client "
              + client.id()
              + " is configured with secret but client secret was not received");
    }
    if (!MessageDigest.isEqual(
        client.secret().get().getBytes(StandardCharsets.UTF_8),
        given.getBytes(StandardCharsets.UTF_8))) {
      throw CognitoException.notAuthorized("Unable to verify secret for client " + client.id());
    }
  }
}

package io.github.cognitofirstlogin.userpool.signin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitofirstlogin.userpool.protocol.CognitoException;
import io.github.cognitofirstlogin.userpool.protocol.Input;
import io.github.cognitofirstlogin.userpool.users.UserPoolClient;
import io.github.cognitofirstlogin.userpool.users.UserPools;

/** InitiateAuth: the first step of a sign-in, or a refresh. */
public final class SignIn {

  private final UserPools pools;
  private final PasswordSignIn withPassword;
  private final SrpSignIn withSrp;
  private final RefreshTokens refresh;

  public SignIn(
      UserPools pools, PasswordSignIn withPassword, SrpSignIn withSrp, RefreshTokens refresh) {
    this.pools = pools;
    this.withPassword = withPassword;
    this.withSrp = withSrp;
    this.refresh = refresh;
  }

  public ObjectNode initiate(Input input) {
    var client = pools.client(input.required("ClientId"));
    var parameters = input.parameters("AuthParameters");
    return switch (input.required("AuthFlow")) {
      case "USER_PASSWORD_AUTH" -> {
        require(
            client, "USER_PASSWORD_AUTH", "USER_PASSWORD_AUTH flow not enabled for this client");
        yield withPassword.start(client, parameters);
      }
      case "USER_SRP_AUTH" -> {
        require(client, "USER_SRP_AUTH", "USER_SRP_AUTH is not enabled for the client.");
        yield withSrp.start(client, parameters);
      }
      case "REFRESH_TOKEN_AUTH", "REFRESH_TOKEN" -> {
        require(client, "REFRESH_TOKEN_AUTH", "REFRESH_TOKEN_AUTH is not enabled for the client.");
        yield refresh.withAuthParameters(client, parameters);
      }
      case "CUSTOM_AUTH" ->
          throw CognitoException.invalidParameter(
              "Custom auth lambda trigger is not configured for the user pool.");
      default -> throw CognitoException.invalidParameter("Initiate Auth method not supported.");
    };
  }

  private static void require(UserPoolClient client, String flow, String otherwise) {
    if (!client.settings().allows(flow)) {
      throw CognitoException.invalidParameter(otherwise);
    }
  }
}

package io.github.cognitofirstlogin.local.userpool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;

/** InitiateAuth: the first step of a sign-in. */
final class SignIn {

  private final UserPools pools;
  private final NextStep next;
  private final Clock clock;

  SignIn(UserPools pools, NextStep next, Clock clock) {
    this.pools = pools;
    this.next = next;
    this.clock = clock;
  }

  ObjectNode initiate(Input input) {
    var client = pools.client(input.required("ClientId"));
    var parameters = input.parameters("AuthParameters");
    var flow = input.required("AuthFlow");
    if (flow.equals("USER_PASSWORD_AUTH")) {
      return withPassword(client, parameters);
    }
    throw CognitoException.invalidParameter("Initiate Auth method not supported.");
  }

  private ObjectNode withPassword(UserPoolClient client, Parameters parameters) {
    if (!client.settings().allows("USER_PASSWORD_AUTH")) {
      throw CognitoException.invalidParameter(
          "USER_PASSWORD_AUTH flow not enabled for this client");
    }
    var username = parameters.required("USERNAME");
    var password = parameters.required("PASSWORD");
    client.checkSecretHash(username, parameters.secretHash());
    var user = client.pool().find(username).orElseThrow(client::noSuchUser);
    synchronized (user) {
      if (!user.enabled()) {
        throw CognitoException.notAuthorized("User is disabled.");
      }
      if (!user.passwordIs(client.pool().password(user, password))) {
        throw UserPoolClient.wrongPassword();
      }
      if (user.temporaryPasswordExpired(clock.instant())) {
        throw CognitoException.notAuthorized(
            "Temporary password has expired and must be reset by an administrator.");
      }
      return next.afterPassword(user, client);
    }
  }
}

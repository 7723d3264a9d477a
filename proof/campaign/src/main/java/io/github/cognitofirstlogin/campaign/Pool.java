package io.github.cognitofirstlogin.campaign;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cognitofirstlogin.local.InspectedStack;
import io.github.cognitofirstlogin.userpool.UserPoolServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

/** The user pool for the campaign: its administrator, its ledger and its faults. */
final class Pool {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CALL = "AWSCognitoIdentityProviderService.";

  private final UserPoolServer server;
  private final String userPoolId;
  private final String clientId;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  Pool(InspectedStack stack) {
    this.server = stack.userPool();
    this.userPoolId = stack.userPoolId();
    this.clientId = stack.userPoolClientId();
  }

  void invite(String username, String temporaryPassword) {
    var user =
        JSON.createObjectNode()
            .put("Username", username)
            .put("TemporaryPassword", temporaryPassword)
            .put("MessageAction", "SUPPRESS");
    server.createUser(userPoolId, user);
  }

  void forget(String username) {
    var status = call("AdminDeleteUser", Map.of("UserPoolId", userPoolId, "Username", username));
    if (status != 200) {
      throw new IllegalStateException(username + " cannot be deleted: " + status);
    }
  }

  /** Whether this password signs in to the pool itself. */
  boolean accepts(String username, String password) {
    return call(
            "InitiateAuth",
            Map.of(
                "ClientId",
                clientId,
                "AuthFlow",
                "USER_PASSWORD_AUTH",
                "AuthParameters",
                Map.of("USERNAME", username, "PASSWORD", password)))
        == 200;
  }

  void breakNext(JsonNode fault) {
    server.addFault(fault);
  }

  void breakNoMore(String subject) {
    server.clearFaults(subject);
  }

  long requestCount() {
    return server.requestCount();
  }

  List<Call> callsSince(long count, String subject) {
    return server.requestsSince(count, subject).stream().map(Call::of).toList();
  }

  private int call(String operation, Map<String, ?> input) {
    try {
      var request =
          HttpRequest.newBuilder(URI.create("http://localhost:" + server.port()))
              .header("Content-Type", "application/x-amz-json-1.1")
              .header("X-Amz-Target", CALL + operation)
              .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(input)))
              .build();
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      throw new IllegalStateException("the user pool does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}

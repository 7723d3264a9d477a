package io.github.cognitofirstlogin.bench;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ChallengeNameType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CognitoIdentityProviderException;

/** What most teams write first: the SDK's default client, typed events, a JSON mapper. */
public class NaiveHandler
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
  private final CognitoIdentityProviderClient client = CognitoIdentityProviderClient.create();
  private final ObjectMapper json = new ObjectMapper();

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    try {
      var body = json.readTree(event.getBody());
      var answer =
          client.respondToAuthChallenge(
              request ->
                  request
                      .clientId(System.getenv("USER_POOL_CLIENT_ID"))
                      .challengeName(ChallengeNameType.NEW_PASSWORD_REQUIRED)
                      .session(body.get("session").asText())
                      .challengeResponses(
                          Map.of(
                              "USERNAME", body.get("username").asText(),
                              "NEW_PASSWORD", body.get("new_password").asText())));
      var token = answer.authenticationResult().accessToken();
      return reply(
          200,
          "Password changed successfully",
          List.of(
              "accessToken="
                  + token
                  + "; Path=/; Secure; HttpOnly; SameSite=None; Domain=.example.com"));
    } catch (CognitoIdentityProviderException e) {
      return reply(400, e.awsErrorDetails().errorMessage(), List.of());
    } catch (JsonProcessingException e) {
      return reply(400, "Invalid JSON format in request body", List.of());
    }
  }

  private APIGatewayV2HTTPResponse reply(int status, String message, List<String> cookies) {
    try {
      return APIGatewayV2HTTPResponse.builder()
          .withStatusCode(status)
          .withHeaders(Map.of("Content-Type", "application/json"))
          .withCookies(cookies)
          .withBody(json.writeValueAsString(Map.of("message", message)))
          .build();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}

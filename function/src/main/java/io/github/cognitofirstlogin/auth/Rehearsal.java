package io.github.cognitofirstlogin.auth;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.github.cognitofirstlogin.auth.cognito.CannedCognito;
import io.github.cognitofirstlogin.auth.contract.Route;
import io.github.cognitofirstlogin.auth.contract.Setting;
import io.github.cognitofirstlogin.auth.session.CannedTokens;
import io.github.cognitofirstlogin.auth.text.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

/**
 * Plays every route with every kind of answer before Lambda takes the snapshot, so that the JVM has
 * loaded and compiled the code of the first requests. The rehearsal has its own handlers and canned
 * answers. The handlers that serve requests are new objects.
 */
final class Rehearsal {
  /**
   * The JVM compiles a method after 200 calls. With this number of rounds, each method above the
   * transport reaches 200 calls.
   */
  static final int ROUNDS = 10;

  private static final String BODY =
      Json.text(
          Map.of(
              "username", "rehearsal",
              "password", "Rehearsal-1",
              "new_password", "Rehearsal-2",
              "session", "rehearsal-rehearsal-rehearsal",
              "challengeName", "SOFTWARE_TOKEN_MFA",
              "code", "123456"));

  private final SessionSettings session;
  private final CannedTokens tokens;

  private final OutputStream replies;

  private Rehearsal(SessionSettings session, OutputStream replies) {
    this.session = session;
    this.replies = replies;
    this.tokens = CannedTokens.of(session.issuer(), session.clientId());
  }

  static void ofApi(Map<String, String> environment, OutputStream replies) throws IOException {
    Settings settings = Settings.from(rehearsed(environment));
    Rehearsal rehearsal = new Rehearsal(settings.session(), replies);
    CannedCognito cognito = new CannedCognito();
    // The client is closed, because its scheduler would otherwise keep the data of each call until
    // the time-out of the call.
    try (CognitoIdentityProviderClient client =
        cognito.client(settings.session().region(), settings.session().endpoint())) {
      AuthHandler handler = new AuthHandler(settings, client, rehearsal.tokens.verifier());
      for (int round = 0; round < ROUNDS; round++) {
        for (CannedCognito.Answer answer : CannedCognito.Answer.values()) {
          cognito.answer(answer);
          for (Route route : Route.values()) {
            rehearsal.play(handler, route.key());
          }
        }
      }
    }
  }

  static void ofAuthorizer(Map<String, String> environment, OutputStream replies)
      throws IOException {
    SessionSettings settings = SessionSettings.from(rehearsed(environment));
    Rehearsal rehearsal = new Rehearsal(settings, replies);
    SessionAuthorizer authorizer =
        new SessionAuthorizer(
            settings.frontDoor(), settings.cookies().accessName(), rehearsal.tokens.verifier());
    for (int round = 0; round < ROUNDS; round++) {
      rehearsal.play(authorizer, "GET /");
    }
  }

  /**
   * The rehearsal has no credentials of the role, because the snapshot must not keep them, and no
   * front door's key, so that every request passes.
   */
  private static Map<String, String> rehearsed(Map<String, String> environment) {
    Map<String, String> settings = new HashMap<>(environment);
    settings.remove(Setting.AWS_CONTAINER_CREDENTIALS_FULL_URI.name());
    settings.remove(Setting.FRONT_DOOR_KEY.name());
    settings.put(Setting.AWS_ACCESS_KEY_ID.name(), "rehearsal");
    settings.put(Setting.AWS_SECRET_ACCESS_KEY.name(), "rehearsal");
    settings.put(Setting.AWS_SESSION_TOKEN.name(), "rehearsal");
    return settings;
  }

  private void play(RequestStreamHandler handler, String routeKey) throws IOException {
    byte[] event =
        Json.text(
                Map.of(
                    "version",
                    "2.0",
                    "routeKey",
                    routeKey,
                    "headers",
                    Map.of("content-type", "application/json", "x-requested-with", "rehearsal"),
                    "cookies",
                    List.of(
                        session.cookies().accessName() + "=" + tokens.valid(),
                        session.cookies().refreshName() + "=rehearsal"),
                    "requestContext",
                    Map.of("requestId", "rehearsal", "http", Map.of("sourceIp", "192.0.2.1")),
                    "body",
                    BODY,
                    "isBase64Encoded",
                    false))
            .getBytes(StandardCharsets.UTF_8);
    handler.handleRequest(
        new ByteArrayInputStream(event), replies, new RehearsalContext(line -> {}));
  }
}

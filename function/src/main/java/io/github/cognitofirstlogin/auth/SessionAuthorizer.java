package io.github.cognitofirstlogin.auth;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.github.cognitofirstlogin.auth.http.FrontDoor;
import io.github.cognitofirstlogin.auth.http.JsonBody;
import io.github.cognitofirstlogin.auth.http.Request;
import io.github.cognitofirstlogin.auth.session.AccessTokens;
import io.github.cognitofirstlogin.auth.session.JwksUrl;
import io.github.cognitofirstlogin.auth.session.Session;
import io.github.cognitofirstlogin.auth.text.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The Lambda entry point of the authorizer. The authorizer lets a request to another team's route
 * pass if the session cookie is valid (payload format 2.0, simple responses). The route's own
 * function reads {@code sub}, {@code username}, {@code groups} (separated by spaces) and {@code
 * scope} from {@code requestContext.authorizer.lambda}.
 */
public final class SessionAuthorizer implements RequestStreamHandler {
  private final FrontDoor frontDoor;
  private final String cookieName;
  private final AccessTokens accessTokens;

  /** Lambda calls this constructor. */
  public SessionAuthorizer() {
    this(System.getenv());
    if (BeforeSnapshot.isToCome(System.getenv())) {
      BeforeSnapshot.rehearse(
          Rehearsal::ofAuthorizer, address -> new JwksUrl(address).read(), System.getenv());
    }
  }

  /** For a host that cannot set the environment of its own process, such as the local run. */
  public SessionAuthorizer(Map<String, String> environment) {
    this(SessionSettings.from(environment));
  }

  private SessionAuthorizer(SessionSettings settings) {
    this(settings.frontDoor(), settings.cookies().accessName(), settings.accessTokens());
  }

  SessionAuthorizer(FrontDoor frontDoor, String cookieName, AccessTokens accessTokens) {
    this.frontDoor = frontDoor;
    this.cookieName = cookieName;
    this.accessTokens = accessTokens;
  }

  /**
   * Throws if the signing keys cannot be fetched, because the session is then neither valid nor
   * invalid. API Gateway answers the exception with 500.
   */
  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    String event = new String(input.readNBytes(JsonBody.MAX_EVENT_BYTES), StandardCharsets.UTF_8);
    Optional<Session> session = accessTokens.verified(cookies(event)).session();
    output.write(
        Json.text(session.map(SessionAuthorizer::yes).orElseGet(SessionAuthorizer::no))
            .getBytes(StandardCharsets.UTF_8));
  }

  private List<String> cookies(String event) {
    try {
      Request request = Event.parse(event).request();
      return frontDoor.passed(request) ? request.cookies(cookieName) : List.of();
    } catch (Json.MalformedJson e) {
      return List.of();
    }
  }

  private static Map<String, Object> yes(Session session) {
    Map<String, Object> context = new LinkedHashMap<>();
    context.put("sub", session.sub());
    context.put("username", session.username());
    context.put("groups", String.join(" ", session.groups()));
    context.put("scope", session.scope());
    return Map.of("isAuthorized", true, "context", context);
  }

  private static Map<String, Object> no() {
    return Map.of("isAuthorized", false);
  }
}

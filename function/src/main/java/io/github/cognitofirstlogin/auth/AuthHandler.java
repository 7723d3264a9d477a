package io.github.cognitofirstlogin.auth;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.github.cognitofirstlogin.auth.cognito.AppClient;
import io.github.cognitofirstlogin.auth.cognito.Attempts;
import io.github.cognitofirstlogin.auth.cognito.CognitoClient;
import io.github.cognitofirstlogin.auth.cognito.Deadline;
import io.github.cognitofirstlogin.auth.cognito.UserPool;
import io.github.cognitofirstlogin.auth.contract.ErrorCode;
import io.github.cognitofirstlogin.auth.contract.Route;
import io.github.cognitofirstlogin.auth.contract.TimeLimit;
import io.github.cognitofirstlogin.auth.http.BadRequest;
import io.github.cognitofirstlogin.auth.http.FrontDoor;
import io.github.cognitofirstlogin.auth.http.JsonBody;
import io.github.cognitofirstlogin.auth.http.Origins;
import io.github.cognitofirstlogin.auth.http.Reply;
import io.github.cognitofirstlogin.auth.http.Request;
import io.github.cognitofirstlogin.auth.session.AccessTokens;
import io.github.cognitofirstlogin.auth.session.KeysUnavailable;
import io.github.cognitofirstlogin.auth.text.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

/**
 * The Lambda entry point of the API: wires everything once, then turns each event into a route and
 * a request, and each reply into a response.
 */
public final class AuthHandler implements RequestStreamHandler {
  /** The time that remains for the reply and the log line after the last call of Cognito. */
  private static final Duration RESERVE = Duration.ofMillis(500);

  private final AppClient app;
  private final CognitoIdentityProviderClient client;
  private final FrontDoor frontDoor;
  private final Origins origins;
  private final Endpoints endpoints;
  private final AtomicBoolean answeredBefore = new AtomicBoolean();
  private final AtomicBoolean driftReported = new AtomicBoolean();
  private final AtomicBoolean secretReported = new AtomicBoolean();

  /** Lambda calls this constructor. */
  public AuthHandler() {
    this(System.getenv());
    if (BeforeSnapshot.isToCome(System.getenv())) {
      BeforeSnapshot.rehearse(Rehearsal::ofApi, CognitoClient::get, System.getenv());
    }
  }

  /** For a host that cannot set the environment of its own process, such as the local run. */
  public AuthHandler(Map<String, String> environment) {
    this(Settings.from(environment));
  }

  private AuthHandler(Settings settings) {
    this(
        settings,
        CognitoClient.of(settings.session().region(), settings.session().endpoint()),
        settings.session().accessTokens());
  }

  AuthHandler(Settings settings, CognitoIdentityProviderClient client, AccessTokens accessTokens) {
    this.app = settings.client();
    this.client = client;
    this.frontDoor = settings.session().frontDoor();
    this.origins = settings.origins();
    this.endpoints = new Endpoints(settings, accessTokens);
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    long start = System.nanoTime();
    Deadline deadline = Deadline.in(budget(context));
    Attempts attempts = new Attempts();
    RequestLog log = new RequestLog(context, !answeredBefore.getAndSet(true));
    byte[] bytes = input.readNBytes(JsonBody.MAX_EVENT_BYTES + 1);
    Event event = event(bytes);
    String requestId = event.requestId().orElse(context.getAwsRequestId());
    Optional<Route> route = Route.of(event.routeKey().orElse(""));
    Reply reply;
    try {
      reply =
          bytes.length > JsonBody.MAX_EVENT_BYTES
              ? Reply.error(ErrorCode.PAYLOAD_TOO_LARGE)
              : reply(event, route, deadline, attempts);
    } catch (BadRequest e) {
      reply = Reply.error(e);
    } catch (KeysUnavailable e) {
      reply = Reply.error(ErrorCode.UPSTREAM_UNAVAILABLE).retryAfter(2);
    } catch (Throwable e) {
      log.failed(e, requestId);
      reply = Reply.error(ErrorCode.INTERNAL_ERROR);
    }
    if (reply.isError()) {
      reply = reply.with("requestId", requestId);
    }
    if (attempts.unknownUserTold() && !driftReported.getAndSet(true)) {
      log.userExistenceRevealed(requestId);
    }
    if (attempts.clientSecretMissing() && !secretReported.getAndSet(true)) {
      log.clientSecretNotReadable(requestId);
    }
    log.replied(route.map(Route::key).orElse("none"), reply, requestId, start, attempts);
    output.write(Response.of(reply).getBytes(StandardCharsets.UTF_8));
  }

  private Reply reply(Event event, Optional<Route> route, Deadline deadline, Attempts attempts) {
    if (event.routeKey().isEmpty()) {
      // This is not an event of an HTTP API: a test, a schedule or another payload format sent it.
      throw new BadRequest(ErrorCode.INVALID_JSON);
    }
    if (route.isEmpty()) {
      return Reply.error(ErrorCode.NOT_FOUND);
    }
    Request request = event.request();
    if (!frontDoor.passed(request)) {
      return Reply.error(ErrorCode.BLOCKED);
    }
    origins.check(route.get(), request);
    return endpoints
        .of(route.get())
        .handle(
            request,
            new UserPool(
                client,
                app,
                frontDoor.callersAddress(request, event.sourceIp()),
                deadline,
                attempts));
  }

  private static Duration budget(Context context) {
    Duration remaining = Duration.ofMillis(context.getRemainingTimeInMillis()).minus(RESERVE);
    Duration most = TimeLimit.REPLY.duration();
    return remaining.compareTo(most) < 0 ? remaining : most;
  }

  private static Event event(byte[] bytes) {
    try {
      return Event.parse(new String(bytes, StandardCharsets.UTF_8));
    } catch (Json.MalformedJson e) {
      return Event.none();
    }
  }
}

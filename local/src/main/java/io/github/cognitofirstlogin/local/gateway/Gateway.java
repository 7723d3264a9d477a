package io.github.cognitofirstlogin.local.gateway;

import io.github.cognitofirstlogin.userpool.http.Exchange;
import io.github.cognitofirstlogin.userpool.http.HttpServer;
import io.github.cognitofirstlogin.userpool.http.Request;
import io.github.cognitofirstlogin.userpool.http.Response;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Serves an HTTP API: it finds a request's route, calls the integration, and answers as API Gateway
 * does.
 */
public final class Gateway {

  private static final int MAX_HEAD_BYTES = 10_240;
  private static final int MAX_BODY_BYTES = 10 * 1024 * 1024;

  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);

  private final HttpApi api;
  private final Function<Request, Optional<Response>> besides;
  private final Clock clock;
  private final Consumer<String> log;

  private Gateway(
      HttpApi api,
      Function<Request, Optional<Response>> besides,
      Clock clock,
      Consumer<String> log) {
    this.api = api;
    this.besides = besides;
    this.clock = clock;
    this.log = log;
  }

  /**
   * Listens at once, on any free port if the port is 0. Requests wait until there is an API,
   * because the API may depend on the port. The log has the reasons for replies that say only
   * "error".
   */
  public static HttpServer start(
      int port, CompletableFuture<HttpApi> api, Clock clock, Consumer<String> log)
      throws IOException {
    return start(port, api, deployed -> request -> Optional.empty(), clock, log);
  }

  /** The same gateway, with files for requests to the API's host without a route. */
  public static HttpServer start(
      int port,
      CompletableFuture<HttpApi> api,
      Function<HttpApi, Function<Request, Optional<Response>>> besides,
      Clock clock,
      Consumer<String> log)
      throws IOException {
    var gateway =
        api.thenApply(deployed -> new Gateway(deployed, besides.apply(deployed), clock, log));
    return HttpServer.start(
        port,
        MAX_BODY_BYTES,
        (request, exchange) -> {
          var deployed = gateway.join();
          deployed.api.front().handle(request, exchange, deployed::handle);
        },
        refusal -> identified(refusal, clock, RequestIds.requestId()));
  }

  private void handle(Request request, Exchange exchange) {
    var requestId = RequestIds.requestId();
    var besideTheApi = hasRoute(request) ? Optional.<Response>empty() : besides.apply(request);
    exchange.send(
        besideTheApi.orElseGet(() -> identified(ofTheApi(request, requestId), clock, requestId)));
  }

  private Response ofTheApi(Request request, String requestId) {
    return api.cors()
        .map(cors -> withCors(cors, request, requestId))
        .orElseGet(() -> reply(request, requestId));
  }

  private boolean hasRoute(Request request) {
    return match(request, Target.parse(request.target())).isPresent();
  }

  private Optional<Routes.Match> match(Request request, Target target) {
    return api.stage()
        .pathInside(target.path())
        .flatMap(path -> api.routes().match(request.method(), path));
  }

  private Response withCors(Cors cors, Request request, String requestId) {
    return Cors.isPreflight(request)
        ? cors.preflight(request)
        : cors.onto(reply(request, requestId), request);
  }

  private Response reply(Request request, String requestId) {
    if (headBytes(request) > MAX_HEAD_BYTES) {
      return error(431, "Request Header Fields Too Large");
    }
    var target = Target.parse(request.target());
    var match = match(request, target);
    if (match.isEmpty()) {
      return error(404, "Not Found");
    }
    if (!match.get().route().throttle().admits()) {
      return error(429, "Too Many Requests");
    }
    var route = match.get().route();
    var event = new ProxyEvent(api, request, target, match.get(), requestId, clock.instant());
    if (route.authorizer().isEmpty()) {
      return integrated(route.integration(), event.forIntegration(Optional.empty()), requestId);
    }
    var identity = route.authorizer().get().identity(request, target);
    return identity.isEmpty()
        ? error(401, "Unauthorized")
        : authorized(route, route.authorizer().get(), event, identity.get(), requestId);
  }

  private Response authorized(
      Routes.Route route,
      Authorizer authorizer,
      ProxyEvent event,
      List<String> identity,
      String requestId) {
    try {
      var context = authorizer.context(event.forAuthorizer(identity));
      return context.isEmpty()
          ? error(403, "Forbidden")
          : integrated(route.integration(), event.forIntegration(context), requestId);
    } catch (Authorizer.Failure e) {
      log.accept(requestId + " " + e.getMessage());
      return error(500, "Internal Server Error");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return error(503, "Service Unavailable");
    }
  }

  private Response integrated(Integration integration, byte[] event, String requestId) {
    try {
      var output =
          integration
              .function()
              .apply(event)
              .get(integration.timeout().toMillis(), TimeUnit.MILLISECONDS);
      return ProxyResponse.of(output);
    } catch (TimeoutException e) {
      log.accept(requestId + " the integration took longer than " + integration.timeout());
      return error(503, "Service Unavailable");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof PayloadTooLarge) {
        return error(413, "Request Entity Too Large");
      }
      log.accept(requestId + " " + e.getCause());
      return error(500, "Internal Server Error");
    } catch (ProxyResponse.InvalidOutput e) {
      log.accept(requestId + " " + e.getMessage());
      return error(500, "Internal Server Error");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return error(503, "Service Unavailable");
    }
  }

  private static Response identified(Response reply, Clock clock, String requestId) {
    return reply.with("date", HTTP_DATE.format(clock.instant())).with("apigw-requestid", requestId);
  }

  private static int headBytes(Request request) {
    var requestLine =
        "%s %s %s".formatted(request.method(), request.target(), request.connection().protocol());
    return requestLine.length()
        + request.headers().stream()
            .mapToInt(header -> header.getKey().length() + header.getValue().length())
            .sum();
  }

  private static Response error(int status, String message) {
    return Response.json(status, "{\"message\":\"" + message + "\"}");
  }
}

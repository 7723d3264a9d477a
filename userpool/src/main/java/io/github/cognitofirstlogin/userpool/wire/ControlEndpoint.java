package io.github.cognitofirstlogin.userpool.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.cognitofirstlogin.userpool.http.Exchange;
import io.github.cognitofirstlogin.userpool.http.Handler;
import io.github.cognitofirstlogin.userpool.http.HostNames;
import io.github.cognitofirstlogin.userpool.http.Request;
import io.github.cognitofirstlogin.userpool.http.Response;
import io.github.cognitofirstlogin.userpool.http.WebPages;
import io.github.cognitofirstlogin.userpool.protocol.Json;
import io.github.cognitofirstlogin.userpool.users.Outbox;
import java.io.IOException;
import java.time.Duration;

/**
 * Faults, clock, outbox, ledger and reset, for tests and the console. The control endpoint has its
 * own port and refuses web pages.
 */
public final class ControlEndpoint implements Handler {

  private final HostNames hosts;
  private final Outbox outbox;
  private final Ledger ledger;
  private final Faults faults;
  private final JumpingClock clock;
  private final Runnable reset;

  public ControlEndpoint(
      HostNames hosts,
      Outbox outbox,
      Ledger ledger,
      Faults faults,
      JumpingClock clock,
      Runnable reset) {
    this.hosts = hosts;
    this.outbox = outbox;
    this.ledger = ledger;
    this.faults = faults;
    this.clock = clock;
    this.reset = reset;
  }

  @Override
  public void handle(Request request, Exchange exchange) {
    exchange.send(fromAPage(request) ? refused(403, "not for web pages") : answer(request));
  }

  private Response answer(Request request) {
    try {
      return switch (request.method() + " " + request.target()) {
        case "GET /outbox" -> ok(messages());
        case "GET /ledger" -> ok(ledger.json());
        case "GET /clock" -> ok(Json.object().put("now", clock.instant().toString()));
        case "POST /clock" -> {
          clock.jump(seconds(Json.read(request.body())));
          yield ok(Json.object().put("now", clock.instant().toString()));
        }
        case "POST /faults" -> {
          faults.add(Json.read(request.body()));
          yield ok(Json.object());
        }
        case "DELETE /faults" -> {
          faults.clear();
          yield ok(Json.object());
        }
        case "POST /reset" -> {
          reset.run();
          yield ok(Json.object());
        }
        default -> refused(404, "there is no " + request.method() + " here");
      };
    } catch (IOException e) {
      return refused(400, "the body is not JSON");
    } catch (IllegalArgumentException e) {
      return refused(400, String.valueOf(e.getMessage()));
    }
  }

  /** Browsers send a preflight before this Content-Type, and this endpoint answers no preflight. */
  private boolean fromAPage(Request request) {
    var json = request.header("Content-Type").orElse("").startsWith("application/json");
    return WebPages.sent(request) || !hosts.admit(request) || (request.body().length > 0 && !json);
  }

  private static Duration seconds(JsonNode json) {
    var seconds = json.path("advanceSeconds");
    if (!seconds.isIntegralNumber()) {
      throw new IllegalArgumentException("'advanceSeconds' must be a whole number");
    }
    return Duration.ofSeconds(seconds.asLong());
  }

  private JsonNode messages() {
    var all = JsonNodeFactory.instance.arrayNode();
    for (var message : outbox.messages()) {
      all.addObject()
          .put("time", message.time().toString())
          .put("medium", message.medium().name())
          .put("to", message.to())
          .put("username", message.username())
          .put("secret", message.secret())
          .put("text", message.text());
    }
    return all;
  }

  private static Response ok(JsonNode body) {
    return Response.json(200, Json.text(body));
  }

  private static Response refused(int status, String message) {
    return Response.json(status, Json.text(Json.object().put("message", message)));
  }
}

package io.github.cognitofirstlogin.userpool.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitofirstlogin.userpool.http.Exchange;
import io.github.cognitofirstlogin.userpool.http.Response;
import io.github.cognitofirstlogin.userpool.protocol.CognitoException;
import io.github.cognitofirstlogin.userpool.protocol.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** A fault in an answer. */
@FunctionalInterface
interface Fault {

  /** Runs the operation with its effect and returns its answer. */
  @FunctionalInterface
  interface Truth {
    Response apply();
  }

  void answer(Truth truth, Exchange exchange) throws InterruptedException;

  /** Reads the fault from the control endpoint's JSON. docs/user-pool.md lists the kinds. */
  static Fault parse(JsonNode json, JumpingClock clock) {
    var kind = json.path("kind").asText();
    return switch (kind) {
      case "error" -> error(json);
      case "delay" -> delay(json);
      case "hang" -> hang(json.path("applied").asBoolean(false));
      case "drop" -> drop(json.path("when").asText("after-read"));
      case "reset" -> reset(json.path("applied").asBoolean(false));
      case "body" -> body(json);
      case "merge" -> merge(json.path("members"));
      case "truncate" -> Fault::truncate;
      case "drip" -> drip(json.path("millisPerByte").asLong(1_000));
      case "gzip" -> Fault::gzip;
      case "close" -> (truth, exchange) -> exchange.sendThenClose(truth.apply());
      case "clock" -> clock(clock, Duration.ofSeconds(json.path("seconds").asLong()));
      default -> throw new IllegalArgumentException("there is no fault of kind '" + kind + "'");
    };
  }

  private static Fault error(JsonNode json) {
    var type = json.path("type").asText("InternalErrorException");
    var known = new CognitoException(type, json.path("message").asText(""));
    var status = json.path("status").asInt(known.status());
    var applied = json.path("applied").asBoolean(false);
    return (truth, exchange) -> {
      if (applied) {
        truth.apply();
      }
      exchange.send(AwsJson.refused(known, status, UUID.randomUUID().toString()));
    };
  }

  private static Fault delay(JsonNode json) {
    var millis = json.path("millis").asLong(1_000);
    return (truth, exchange) -> {
      var answer = truth.apply();
      Thread.sleep(millis);
      exchange.send(answer);
    };
  }

  /** Never ends the exchange, and uses no thread. */
  private static Fault hang(boolean applied) {
    return (truth, exchange) -> {
      if (applied) {
        truth.apply();
      }
    };
  }

  private static Fault drop(String when) {
    return switch (when) {
      // The operating system resets a connection that is closed with unread bytes.
      case "before-read" -> (truth, exchange) -> exchange.reset();
      case "after-read" -> (truth, exchange) -> exchange.close();
      case "after-apply" ->
          (truth, exchange) -> {
            truth.apply();
            exchange.close();
          };
      default ->
          throw new IllegalArgumentException(
              "'when' of a drop must be before-read, after-read or after-apply, got '"
                  + when
                  + "'");
    };
  }

  private static Fault reset(boolean applied) {
    return (truth, exchange) -> {
      if (applied) {
        truth.apply();
      }
      exchange.reset();
    };
  }

  /**
   * Replaces the answer by any status, headers and body, or keeps the true body with another
   * status.
   */
  private static Fault body(JsonNode json) {
    var end = End.parse(json.path("end").asText("kept"));
    var applied = json.path("applied").asBoolean(false);
    var trueBody = json.path("true").asBoolean(false);
    var answer =
        Response.of(json.path("status").asInt(200))
            .withBody(json.path("body").asText("").getBytes(StandardCharsets.UTF_8));
    for (var header : json.path("headers").properties()) {
      answer = answer.with(header.getKey(), header.getValue().asText());
    }
    var given = answer;
    return (truth, exchange) -> {
      if (trueBody) {
        var told = truth.apply();
        end.send(
            new Response(
                given.status(),
                Stream.concat(told.headers().stream(), given.headers().stream()).toList(),
                told.body()),
            exchange);
        return;
      }
      if (applied) {
        truth.apply();
      }
      end.send(given, exchange);
    };
  }

  /** Adds members to the true answer or replaces some: unknown members, huge tokens. */
  private static Fault merge(JsonNode members) {
    return (truth, exchange) -> {
      var answer = truth.apply();
      try {
        var merged = (ObjectNode) Json.read(answer.body());
        Json.merge(merged, members);
        exchange.send(answer.withBody(Json.text(merged).getBytes(StandardCharsets.UTF_8)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    };
  }

  private static void truncate(Truth truth, Exchange exchange) {
    var bytes = truth.apply().bytes();
    exchange.write(Arrays.copyOf(bytes, bytes.length - 10));
    exchange.close();
  }

  private static Fault drip(long millis) {
    return (truth, exchange) -> {
      for (var one : truth.apply().with("Connection", "close").bytes()) {
        exchange.write(new byte[] {one});
        Thread.sleep(millis);
      }
      exchange.close();
    };
  }

  private static void gzip(Truth truth, Exchange exchange) {
    var answer = truth.apply();
    var zipped = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(zipped)) {
      gzip.write(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    exchange.send(answer.with("Content-Encoding", "gzip").withBody(zipped.toByteArray()));
  }

  private static Fault clock(JumpingClock clock, Duration by) {
    return (truth, exchange) -> {
      clock.jump(by);
      exchange.send(truth.apply());
    };
  }
}

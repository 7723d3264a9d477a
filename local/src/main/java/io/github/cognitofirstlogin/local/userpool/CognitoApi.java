package io.github.cognitofirstlogin.local.userpool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitofirstlogin.local.http.Exchange;
import io.github.cognitofirstlogin.local.http.Handler;
import io.github.cognitofirstlogin.local.http.Request;
import io.github.cognitofirstlogin.local.http.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The API as it is on the wire: AWS JSON 1.1, and the public documents of each pool. */
final class CognitoApi implements Handler {

  private static final String TARGET = "AWSCognitoIdentityProviderService.";
  private static final String CONTENT_TYPE = "application/x-amz-json-1.1";

  private final Map<String, Operation> operations;
  private final UserPools pools;
  private final ServiceModel model = new ServiceModel();

  CognitoApi(Map<String, Operation> operations, UserPools pools) {
    this.operations = operations;
    this.pools = pools;
  }

  @Override
  public void handle(Request request, Exchange exchange) {
    exchange.send(answer(request));
  }

  private Response answer(Request request) {
    if (request.method().equals("OPTIONS")) {
      return Cors.preflight(request);
    }
    if (request.method().equals("GET")) {
      return document(request.target()).orElseGet(() -> refused(unknownOperation()));
    }
    try {
      var name = operation(request);
      var input = parsed(request.body());
      model.check(name, input);
      return answered(200, run(name, input));
    } catch (CognitoException e) {
      return refused(e);
    }
  }

  private ObjectNode run(String name, JsonNode input) {
    var operation = operations.get(name);
    if (operation == null) {
      throw unknownOperation();
    }
    return operation.answer(new Input(input));
  }

  private String operation(Request request) {
    var target = request.header("X-Amz-Target").orElse("");
    var name = target.startsWith(TARGET) ? target.substring(TARGET.length()) : "";
    var contentType = request.header("Content-Type").orElse("").split(";", 2)[0].strip();
    if (!request.method().equals("POST")
        || !request.target().equals("/")
        || !contentType.equalsIgnoreCase(CONTENT_TYPE)
        || !operations.containsKey(name)) {
      throw unknownOperation();
    }
    return name;
  }

  private static JsonNode parsed(byte[] body) {
    JsonNode json;
    try {
      json = Json.read(body);
    } catch (IOException e) {
      throw new CognitoException("SerializationException", "The body is not JSON.");
    }
    if (!json.isObject()) {
      throw new CognitoException("SerializationException", "The body is not a JSON object.");
    }
    return json;
  }

  /** The documents that anyone may read: keys and discovery. */
  private Optional<Response> document(String target) {
    var parts = target.split("/", 3);
    if (parts.length != 3) {
      return Optional.empty();
    }
    return pools.find(parts[1]).flatMap(pool -> document(pool, parts[2])).map(Cors::allowed);
  }

  private static Optional<Response> document(UserPool pool, String path) {
    return switch (path) {
      case ".well-known/jwks.json" -> Optional.of(Response.json(200, pool.keys().publicJson()));
      case ".well-known/openid-configuration" ->
          Optional.of(Response.json(200, Discovery.of(pool)));
      default -> Optional.empty();
    };
  }

  private static CognitoException unknownOperation() {
    return new CognitoException("UnknownOperationException", "");
  }

  private static Response refused(CognitoException e) {
    var body = Json.object().put("__type", e.type()).put("message", e.text());
    return answered(e.status(), body)
        .with("x-amzn-ErrorType", e.type() + ":")
        .with("x-amzn-ErrorMessage", oneLine(e.text()));
  }

  private static Response answered(int status, ObjectNode body) {
    var answer =
        Response.of(status)
            .with("Content-Type", CONTENT_TYPE)
            .with("x-amzn-RequestId", UUID.randomUUID().toString())
            .withBody(Json.text(body).getBytes(StandardCharsets.UTF_8));
    return Cors.allowed(answer);
  }

  /** What of a text a header can carry. */
  private static String oneLine(String text) {
    return text.replaceAll("[^ -~]+", " ").strip();
  }
}

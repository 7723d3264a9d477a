package io.github.cognitofirstlogin.userpool.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitofirstlogin.userpool.http.HeaderText;
import io.github.cognitofirstlogin.userpool.http.Request;
import io.github.cognitofirstlogin.userpool.http.Response;
import io.github.cognitofirstlogin.userpool.protocol.CognitoException;
import io.github.cognitofirstlogin.userpool.protocol.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * The AWS JSON 1.1 protocol: the operation and the input of a request, and the form of an answer.
 */
final class AwsJson {

  private static final String TARGET = "AWSCognitoIdentityProviderService.";
  private static final String CONTENT_TYPE = "application/x-amz-json-1.1";

  private AwsJson() {}

  /** The name of the operation; empty if the request does not use this protocol. */
  static String operation(Request request) {
    var target = request.header("X-Amz-Target").orElse("");
    var contentType =
        HeaderText.trimmed(request.header("Content-Type").orElse("").split(";", 2)[0]);
    return request.method().equals("POST")
            && request.target().equals("/")
            && contentType.equalsIgnoreCase(CONTENT_TYPE)
            && target.startsWith(TARGET)
        ? target.substring(TARGET.length())
        : "";
  }

  static JsonNode input(byte[] body) {
    try {
      var json = Json.read(body);
      if (json.isObject()) {
        return json;
      }
    } catch (IOException e) {
      // Jackson's message would quote the body.
      throw new CognitoException("SerializationException", "The body is not JSON.");
    }
    throw new CognitoException("SerializationException", "The body is not a JSON object.");
  }

  static Response answered(ObjectNode body, String requestId) {
    return answered(200, body, requestId);
  }

  static Response refused(CognitoException e, int status, String requestId) {
    var body = Json.object().put("__type", e.type()).put("message", e.text());
    return answered(status, body, requestId)
        .with("x-amzn-ErrorType", e.type() + ":")
        .with("x-amzn-ErrorMessage", oneLine(e.text()));
  }

  private static Response answered(int status, ObjectNode body, String requestId) {
    var answer =
        Response.of(status)
            .with("Content-Type", CONTENT_TYPE)
            .with("x-amzn-RequestId", requestId)
            .withBody(Json.text(body).getBytes(StandardCharsets.UTF_8));
    return Cors.allowed(answer);
  }

  /** The characters of a text that a header can contain. */
  private static String oneLine(String text) {
    return text.replaceAll("[^ -~]+", " ").strip();
  }
}

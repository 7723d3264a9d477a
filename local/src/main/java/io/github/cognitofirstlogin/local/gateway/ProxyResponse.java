package io.github.cognitofirstlogin.local.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cognitofirstlogin.userpool.http.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Turns a function's output of payload format 2.0 into a reply. */
final class ProxyResponse {

  /** The output is not a response. The reply contains nothing of it. */
  static final class InvalidOutput extends Exception {
    private static final long serialVersionUID = 1;

    private InvalidOutput(String what) {
      super("invalid output of the function: " + what);
    }
  }

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String DEFAULT_TYPE = "text/plain; charset=utf-8";
  private static final Pattern HEADER_NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
  private static final Pattern HEADER_VALUE = Pattern.compile("[\\t\\x20-\\x7e\\x80-\\xff]*");

  /** These headers belong to the connection, so the gateway sets them. */
  private static final Set<String> NOT_PASSED_ON =
      Set.of("connection", "content-length", "keep-alive", "transfer-encoding", "upgrade");

  private ProxyResponse() {}

  static Response of(byte[] output) throws InvalidOutput {
    var json = parse(output);
    if (!json.isObject() || !json.has("statusCode")) {
      // Inferred: a function may answer only its body.
      return new Response(200, List.of(Map.entry("content-type", "application/json")), output);
    }
    return new Response(status(json.get("statusCode")), headers(json), body(json));
  }

  private static JsonNode parse(byte[] output) throws InvalidOutput {
    try {
      return JSON.readTree(output);
    } catch (IOException e) {
      // The cause is left out, because its message quotes the output.
      throw new InvalidOutput("not JSON");
    }
  }

  private static int status(JsonNode statusCode) throws InvalidOutput {
    var status = statusCode.canConvertToInt() ? statusCode.intValue() : -1;
    if (!statusCode.isIntegralNumber() || status < 200 || status > 599) {
      throw new InvalidOutput("statusCode");
    }
    return status;
  }

  private static List<Map.Entry<String, String>> headers(JsonNode json) throws InvalidOutput {
    var headers = new ArrayList<Map.Entry<String, String>>();
    for (var header : object(json.path("headers"), "headers").properties()) {
      var name = header.getKey().toLowerCase(Locale.ROOT);
      var value = header.getValue();
      if (!value.isNull() && !NOT_PASSED_ON.contains(name)) {
        headers.add(header(name, value, "headers"));
      }
    }
    if (headers.stream().noneMatch(header -> header.getKey().equals("content-type"))) {
      headers.add(Map.entry("content-type", DEFAULT_TYPE));
    }
    var cookies = json.path("cookies");
    if (!isAbsent(cookies) && !cookies.isArray()) {
      throw new InvalidOutput("cookies");
    }
    for (var cookie : cookies) {
      headers.add(header("set-cookie", cookie, "cookies"));
    }
    return headers;
  }

  private static Map.Entry<String, String> header(String name, JsonNode value, String member)
      throws InvalidOutput {
    if (!value.isValueNode()
        || !HEADER_NAME.matcher(name).matches()
        || !HEADER_VALUE.matcher(value.asText()).matches()) {
      throw new InvalidOutput(member);
    }
    return Map.entry(name, value.asText());
  }

  private static byte[] body(JsonNode json) throws InvalidOutput {
    var body = json.path("body");
    if (isAbsent(body)) {
      return new byte[0];
    }
    if (!body.isTextual()) {
      throw new InvalidOutput("body");
    }
    if (!json.path("isBase64Encoded").asBoolean()) {
      return body.textValue().getBytes(StandardCharsets.UTF_8);
    }
    try {
      return Base64.getDecoder().decode(body.textValue());
    } catch (IllegalArgumentException e) {
      throw new InvalidOutput("body, which is not base64");
    }
  }

  private static JsonNode object(JsonNode node, String member) throws InvalidOutput {
    if (!isAbsent(node) && !node.isObject()) {
      throw new InvalidOutput(member);
    }
    return node;
  }

  private static boolean isAbsent(JsonNode node) {
    return node.isMissingNode() || node.isNull();
  }
}

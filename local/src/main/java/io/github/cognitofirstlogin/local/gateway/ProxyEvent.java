package io.github.cognitofirstlogin.local.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitofirstlogin.userpool.http.HeaderText;
import io.github.cognitofirstlogin.userpool.http.Request;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The events of payload format 2.0 for a request. */
final class ProxyEvent {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** These headers belong to one connection, or have their own member in the event. */
  private static final Set<String> NOT_PASSED_ON =
      Set.of(
          "connection",
          "cookie",
          "expect",
          "keep-alive",
          "proxy-connection",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");

  private static final Set<String> TEXT_TYPES =
      Set.of(
          "application/json",
          "application/javascript",
          "application/ecmascript",
          "application/xml",
          "application/graphql");

  private final HttpApi api;
  private final Request request;
  private final Target target;
  private final Routes.Match match;
  private final String requestId;
  private final Instant now;

  ProxyEvent(
      HttpApi api,
      Request request,
      Target target,
      Routes.Match match,
      String requestId,
      Instant now) {
    this.api = api;
    this.request = request;
    this.target = target;
    this.match = match;
    this.requestId = requestId;
    this.now = now;
  }

  /**
   * The event for the route's own function; {@code context} comes from the route's authorizer, if
   * it has one.
   */
  byte[] forIntegration(Optional<JsonNode> authorizerContext) {
    var event = JsonNodeFactory.instance.objectNode().put("version", "2.0");
    putRequest(event);
    authorizerContext.ifPresent(
        context ->
            event.withObject("/requestContext").putObject("authorizer").set("lambda", context));
    putBody(event);
    return bytes(event);
  }

  /** The event for the route's authorizer, without a body. */
  byte[] forAuthorizer(List<String> identity) {
    var event = JsonNodeFactory.instance.objectNode().put("version", "2.0");
    event.put("type", "REQUEST");
    event.put("routeArn", routeArn());
    identity.forEach(event.putArray("identitySource")::add);
    putRequest(event);
    return bytes(event);
  }

  private void putRequest(ObjectNode event) {
    event.put("routeKey", match.route().key().text());
    event.put("rawPath", PercentEncoding.decode(target.path()));
    event.put("rawQueryString", target.query());
    putCookies(event);
    putAll(event, "headers", headers());
    putAll(event, "queryStringParameters", target.parameters());
    putRequestContext(event);
    putAll(event, "pathParameters", match.pathParameters());
  }

  private String routeArn() {
    return "arn:aws:execute-api:%s:%s:%s/%s/%s%s"
        .formatted(
            api.region(),
            api.accountId(),
            api.id(),
            api.stage().name(),
            request.method(),
            PercentEncoding.decode(target.path()));
  }

  private static byte[] bytes(ObjectNode event) {
    try {
      return JSON.writeValueAsBytes(event);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an event is always JSON", e);
    }
  }

  private void putCookies(ObjectNode event) {
    var cookies =
        request.headers().stream()
            .filter(header -> header.getKey().equalsIgnoreCase("cookie"))
            .flatMap(header -> Arrays.stream(HeaderText.utf8(header.getValue()).split(";")))
            .map(HeaderText::trimmed)
            .filter(cookie -> !cookie.isEmpty())
            .toList();
    if (!cookies.isEmpty()) {
      var array = event.putArray("cookies");
      cookies.forEach(array::add);
    }
  }

  private Map<String, String> headers() {
    var headers = new TreeMap<String, String>();
    for (var header : request.headers()) {
      var name = header.getKey().toLowerCase(Locale.ROOT);
      if (!NOT_PASSED_ON.contains(name)) {
        headers.merge(
            name, HeaderText.utf8(header.getValue()), (first, next) -> first + "," + next);
      }
    }
    headers.putIfAbsent("content-length", String.valueOf(request.body().length));
    headers.merge(
        "x-forwarded-for",
        request.connection().remoteAddress(),
        (forwarded, own) -> forwarded + ", " + own);
    headers.put("x-forwarded-port", String.valueOf(request.connection().localPort()));
    headers.put("x-forwarded-proto", "http");
    headers.putIfAbsent("x-amzn-trace-id", RequestIds.traceId(now));
    return headers;
  }

  private void putRequestContext(ObjectNode event) {
    var domainName = domainName();
    var context = event.putObject("requestContext");
    context.put("accountId", api.accountId());
    context.put("apiId", api.id());
    context.put("domainName", domainName);
    context.put("domainPrefix", domainName.split("\\.", 2)[0]);
    context
        .putObject("http")
        .put("method", request.method())
        .put("path", PercentEncoding.decode(target.path()))
        .put("protocol", request.connection().protocol())
        .put("sourceIp", request.connection().remoteAddress())
        .put("userAgent", request.header("user-agent").map(HeaderText::utf8).orElse(""));
    context.put("requestId", requestId);
    context.put("routeKey", match.route().key().text());
    context.put("stage", api.stage().name());
    context.put("time", TIME.format(now));
    context.put("timeEpoch", now.toEpochMilli());
  }

  /** The called host. In AWS it is always one of the API's own. */
  private String domainName() {
    return request.header("host").map(host -> host.replaceFirst(":\\d*$", "")).orElse("localhost");
  }

  private void putBody(ObjectNode event) {
    var body = request.body();
    if (body.length > 0) {
      var text = isTextType() ? decoded(body) : null;
      event.put("body", text != null ? text : Base64.getEncoder().encodeToString(body));
      event.put("isBase64Encoded", text == null);
    } else {
      event.put("isBase64Encoded", false);
    }
  }

  /** A type that API Gateway passes on as text. A request without a type counts as text. */
  private boolean isTextType() {
    var type = request.header("content-type").orElse("text/plain").split(";", 2)[0];
    var lower = HeaderText.trimmed(type).toLowerCase(Locale.ROOT);
    return lower.startsWith("text/")
        || TEXT_TYPES.contains(lower)
        || lower.endsWith("+json")
        || lower.endsWith("+xml");
  }

  /**
   * Null for bytes that are not text, whatever their type is. Base64 keeps such bytes unchanged.
   */
  private static @Nullable String decoded(byte[] body) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  private static void putAll(ObjectNode event, String name, Map<String, String> values) {
    if (!values.isEmpty()) {
      var object = event.putObject(name);
      values.forEach(object::put);
    }
  }
}

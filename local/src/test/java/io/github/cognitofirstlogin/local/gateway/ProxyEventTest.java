package io.github.cognitofirstlogin.local.gateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitofirstlogin.leaks.Hostile;
import io.github.cognitofirstlogin.userpool.http.Request;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyEventTest {

  private static final Routes.Route ROUTE =
      new Routes.Route(
          new RouteKey("POST /login"),
          Optional.empty(),
          new Integration(event -> new CompletableFuture<>(), Duration.ofSeconds(1)),
          new Throttle(1, 1, System::nanoTime));
  private static final HttpApi API =
      new HttpApi(
          "api1234567",
          "us-east-1",
          "123456789012",
          new HttpApi.Stage("$default"),
          new Routes(List.of(ROUTE)),
          Optional.empty());

  /** API Gateway passes headers on as text in UTF-8 JSON; HTTP has bytes. */
  @Test
  @Hostile("C7")
  void headersAreUtf8AndOnlySpaceAndTabAreTrimmedFromCookies() throws IOException {
    var event =
        event(
            "/login",
            "",
            "Cookie",
            onTheWire("\u2000__Host-a=1; \t__Host-a=2\t ;\u3000c=3\u00a0; ;\u0085d=4"),
            "X-Name",
            onTheWire("\u2003Zo\u00eb"),
            "X-Latin",
            "\u00a0caf\u00e9");

    assertThat(event.path("cookies"))
        .extracting(JsonNode::asText)
        .containsExactly("\u2000__Host-a=1", "__Host-a=2", "\u3000c=3\u00a0", "\u0085d=4");
    assertThat(event.at("/headers/x-name").asText()).isEqualTo("\u2003Zo\u00eb");
    assertThat(event.at("/headers/x-latin").asText()).isEqualTo("\u00a0caf\u00e9");
  }

  private static String onTheWire(String value) {
    return new String(value.getBytes(UTF_8), ISO_8859_1);
  }

  @Test
  void aRequestBecomesTheWholeEvent() throws IOException {
    var event =
        event(
            "/login?a=1&b=%C3%A9+x&a=2&c",
            "{}",
            "Host",
            "api.auth.localhost:8080",
            "Content-Type",
            "application/json",
            "User-Agent",
            "test/1",
            "X-Amzn-Trace-Id",
            "Root=1-2-3",
            "Content-Length",
            "2");
    assertThat(event)
        .isEqualTo(
            new ObjectMapper()
                .readTree(
                    """
                    {"version": "2.0",
                     "routeKey": "POST /login",
                     "rawPath": "/login",
                     "rawQueryString": "a=1&b=%C3%A9+x&a=2&c",
                     "headers": {
                       "content-length": "2",
                       "content-type": "application/json",
                       "host": "api.auth.localhost:8080",
                       "user-agent": "test/1",
                       "x-amzn-trace-id": "Root=1-2-3",
                       "x-forwarded-for": "127.0.0.1",
                       "x-forwarded-port": "8080",
                       "x-forwarded-proto": "http"},
                     "queryStringParameters": {"a": "1,2", "b": "é x", "c": ""},
                     "requestContext": {
                       "accountId": "123456789012",
                       "apiId": "api1234567",
                       "domainName": "api.auth.localhost",
                       "domainPrefix": "api",
                       "http": {
                         "method": "POST",
                         "path": "/login",
                         "protocol": "HTTP/1.1",
                         "sourceIp": "127.0.0.1",
                         "userAgent": "test/1"},
                       "requestId": "JKJaXmPLvHcESHA=",
                       "routeKey": "POST /login",
                       "stage": "$default",
                       "time": "12/Mar/2020:19:03:58 +0000",
                       "timeEpoch": 1583348638390},
                     "body": "{}",
                     "isBase64Encoded": false}
                    """
                        .replace("1583348638390", String.valueOf(NOW.toEpochMilli()))));
  }

  private static final Instant NOW = Instant.parse("2020-03-12T19:03:58.390Z");

  @Test
  @Hostile("E8")
  void headerNamesAreLowerCaseAndRepeatsAreJoined() throws IOException {
    var headers = event("/login", "", "X-One", "a", "x-one", "b, c", "X-ONE", "").path("headers");
    assertThat(headers.path("x-one").asText()).isEqualTo("a,b, c,");
    assertThat(headers.has("X-One")).isFalse();
  }

  @Test
  void cookiesLeaveTheHeadersAndAreSplit() throws IOException {
    var event =
        event("/login", "", "Cookie", "a=1; b=\"x,y\";c ;; d=e=f", "cookie", "a=2", "Host", "h");
    assertThat(event.path("cookies"))
        .extracting(JsonNode::asText)
        .containsExactly("a=1", "b=\"x,y\"", "c", "d=e=f", "a=2");
    assertThat(event.path("headers").has("cookie")).isFalse();
  }

  @Test
  void eventHasNoMembersThatTheRequestLacks() throws IOException {
    var event = event("/login", "", "Cookie", " ; ");
    assertThat(event.has("cookies")).isFalse();
    assertThat(event.has("queryStringParameters")).isFalse();
    assertThat(event.has("pathParameters")).isFalse();
    assertThat(event.has("body")).isFalse();
    assertThat(event.path("isBase64Encoded").booleanValue()).isFalse();
    assertThat(event.path("rawQueryString").asText()).isEmpty();
  }

  @Test
  @Hostile("E18")
  void aForgedForwardedForIsFollowedByTheConnectionsAddress() throws IOException {
    var event = event("/login", "", "X-Forwarded-For", "1.2.3.4", "X-Forwarded-Proto", "https");
    assertThat(event.path("headers").path("x-forwarded-for").asText())
        .isEqualTo("1.2.3.4, 127.0.0.1");
    assertThat(event.path("headers").path("x-forwarded-proto").asText()).isEqualTo("http");
    assertThat(event.path("requestContext").path("http").path("sourceIp").asText())
        .isEqualTo("127.0.0.1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json", "APPLICATION/JSON; charset=utf-8", "text/plain", "text/html;charset=x",
        "application/problem+json", "image/svg+xml", "application/xml", "application/javascript"
      })
  void textStaysText(String contentType) throws IOException {
    var event = event("/login", "{\"a\":\"é\"}", "Content-Type", contentType);
    assertThat(event.path("body").asText()).isEqualTo("{\"a\":\"é\"}");
    assertThat(event.path("isBase64Encoded").booleanValue()).isFalse();
  }

  @Test
  void aBodyOfNoTypeIsText() throws IOException {
    assertThat(event("/login", "{}").path("body").asText()).isEqualTo("{}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/octet-stream",
        "image/png",
        "",
        "nonsense"
      })
  void otherBodiesAreBase64(String contentType) throws IOException {
    var event = event("/login", "a=b", "Content-Type", contentType);
    assertThat(Base64.getDecoder().decode(event.path("body").asText())).asString().isEqualTo("a=b");
    assertThat(event.path("isBase64Encoded").booleanValue()).isTrue();
  }

  @Test
  void bytesThatAreNoTextAreNotChanged() throws IOException {
    var bytes = new byte[] {'{', (byte) 0xff, (byte) 0xc3, '}'};
    var event = event("/login", bytes, "Content-Type", "application/json");
    assertThat(Base64.getDecoder().decode(event.path("body").asText())).isEqualTo(bytes);
    assertThat(event.path("isBase64Encoded").booleanValue()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "/a%20b,                /a b",
    "/%E0%A4%A,             /%E0%A4%A",
    "http://other/x?y,      /x",
    "http://other,          /",
    "*,                     *",
  })
  void thePathIsDecodedWhereItCanBe(String target, String rawPath) throws IOException {
    assertThat(event(target, "").path("rawPath").asText()).isEqualTo(rawPath);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/login?", "/login?&&", "/login?%zz=%", "/login?=&==", "/login??a"})
  void brokenQueriesDoNotBreakTheEvent(String target) throws IOException {
    assertThat(event(target, "").path("rawQueryString").asText())
        .isEqualTo(target.substring(target.indexOf('?') + 1));
  }

  @Test
  void theAuthorizersEventHasNoBodyButWhatIdentifiesTheCaller() throws IOException {
    var forAuthorizer =
        (ObjectNode)
            new ObjectMapper()
                .readTree(
                    proxyEvent("/login?a=1", "{}".getBytes(UTF_8), "Cookie", "a=1; b=2")
                        .forAuthorizer(List.of("a=1; b=2")));
    assertThat(forAuthorizer.remove("type").asText()).isEqualTo("REQUEST");
    assertThat(forAuthorizer.remove("routeArn").asText())
        .isEqualTo("arn:aws:execute-api:us-east-1:123456789012:api1234567/$default/POST/login");
    assertThat(forAuthorizer.remove("identitySource").toString()).isEqualTo("[\"a=1; b=2\"]");
    assertThat(forAuthorizer.path("cookies").toString()).isEqualTo("[\"a=1\",\"b=2\"]");

    var forIntegration = (ObjectNode) event("/login?a=1", "{}", "Cookie", "a=1; b=2");
    forIntegration.remove(List.of("body", "isBase64Encoded"));
    forIntegration.withObject("/headers").remove("x-amzn-trace-id");
    forAuthorizer.withObject("/headers").remove("x-amzn-trace-id");
    assertThat(forAuthorizer).isEqualTo(forIntegration);
  }

  @Test
  void authorizersContextIsInTheIntegrationsEvent() throws IOException {
    var said = new ObjectMapper().readTree("{\"username\":\"alice\",\"n\":1}");
    var event =
        new ObjectMapper()
            .readTree(proxyEvent("/login", new byte[0]).forIntegration(Optional.of(said)));
    assertThat(event.at("/requestContext/authorizer/lambda")).isEqualTo(said);
  }

  @Test
  void aRequestWithoutAHostIsForLocalhost() throws IOException {
    assertThat(event("/login", "").path("requestContext").path("domainName").asText())
        .isEqualTo("localhost");
  }

  private static JsonNode event(String target, String body, String... headers) throws IOException {
    return event(target, body.getBytes(UTF_8), headers);
  }

  private static JsonNode event(String target, byte[] body, String... headers) throws IOException {
    return new ObjectMapper()
        .readTree(proxyEvent(target, body, headers).forIntegration(Optional.empty()));
  }

  private static ProxyEvent proxyEvent(String target, byte[] body, String... headers) {
    var list = new ArrayList<Map.Entry<String, String>>();
    for (var i = 0; i < headers.length; i += 2) {
      list.add(Map.entry(headers[i], headers[i + 1]));
    }
    var request =
        new Request(
            "POST", target, list, body, new Request.Connection("127.0.0.1", 8080, "HTTP/1.1"));
    return new ProxyEvent(
        API,
        request,
        Target.parse(target),
        new Routes.Match(ROUTE, Map.of()),
        "JKJaXmPLvHcESHA=",
        NOW);
  }
}

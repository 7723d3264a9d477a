package io.github.cognitofirstlogin.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cognitofirstlogin.leaks.Watch;
import io.github.cognitofirstlogin.local.e2e.AuthenticatorApp;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The local run starts every kind of deployment, and a user completes a first login in each. */
class ConfigurationsIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String POOL = "userPoolId=eu-central-1_AbCdEfGhI";
  private static final String CLIENT = "userPoolClientId=1example23456789abcdefghij";
  private static final String ARN = "arn:aws:acm:us-east-1:111122223333:certificate/0123-abcd";
  private static final List<String> OWN_DOMAIN =
      List.of("apiDomainName=auth.example.com", "certificateArn=" + ARN);

  private final HttpClient client = HttpClient.newHttpClient();

  static Stream<Arguments> configurations() {
    return Stream.of(
        Arguments.of("default", List.of()),
        Arguments.of("own domain", OWN_DOMAIN),
        Arguments.of("front door", List.of("frontDoor=true")),
        Arguments.of("existing pool and client", List.of(POOL, CLIENT)),
        Arguments.of("existing pool", List.of(POOL)),
        Arguments.of("existing confidential", List.of(POOL, CLIENT, "confidentialClient=true")),
        Arguments.of("confidential", List.of("confidentialClient=true")),
        Arguments.of("MFA required", List.of("mfa=required")),
        Arguments.of("Plus", List.of("featurePlan=PLUS")),
        Arguments.of(
            "everything",
            Stream.concat(
                    OWN_DOMAIN.stream(),
                    Stream.of(
                        "frontDoor=true",
                        "hostedZoneId=Z0123456789ABCDEFGHIJ",
                        "hostedZoneName=example.com",
                        "webAclArn=arn:aws:wafv2:us-east-1:111122223333:global/webacl/auth/"
                            + "01234567-89ab-cdef-0123-456789abcdef",
                        "confidentialClient=true",
                        "mfa=required",
                        "requiredAttributes=given_name",
                        "featurePlan=PLUS",
                        "threatProtection=enforced",
                        "invitationFrom=no-reply@example.com",
                        "alarmTopicArn=arn:aws:sns:eu-central-1:111122223333:alarms",
                        "stage=test"))
                .toList()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("configurations")
  void firstLoginIsCompleted(String name, List<String> context) throws Exception {
    try (var stack = stack(context)) {
      var last = firstLogin(stack.start());

      assertThat(last.headers().allValues("set-cookie")).hasSize(2);
    }
  }

  @Test
  void everyPartGoesByTheIdsOfAnExistingPool() throws Exception {
    try (var stack = stack(List.of(POOL, CLIENT))) {
      var report = stack.start();

      assertThat("userPoolId=" + report.outputs().get("UserPoolId")).isEqualTo(POOL);
      assertThat("userPoolClientId=" + report.outputs().get("UserPoolClientId")).isEqualTo(CLIENT);
    }
  }

  @Test
  void pageAndApiShareAHostAndASessionBehindAFrontDoor() throws Exception {
    try (var stack = stack(List.of("frontDoor=true"))) {
      var report = stack.start();
      var page = String.valueOf(report.outputs().get("PageUrl"));
      assertThat(report.apiUrl())
          .isEqualTo(page + "/api")
          .isEqualTo(report.outputs().get("ApiUrl"));

      var index = get(page + "/");
      assertThat(index.statusCode()).isEqualTo(200);
      assertThat(index.headers().firstValue("content-type").orElseThrow()).startsWith("text/html");
      assertThat(index.headers().firstValue("content-security-policy")).isPresent();
      assertThat(get(page + "/config.json").body()).isEqualTo("{\"api\":\"/api\"}");
      assertThat(get(page + "/.headers.json").statusCode()).isEqualTo(403);
      // Without the prefix of the API, this address belongs to the page, which accepts no POST.
      assertThat(post(page + "/login", Map.of("username", "a", "password", "b")).statusCode())
          .isEqualTo(403);

      var cookies = firstLogin(report).headers().allValues("set-cookie");
      assertThat(cookies)
          .satisfiesExactly(
              access -> assertThat(access).matches("__Host-accessToken=.+; Path=/; .+Strict"),
              refresh ->
                  assertThat(refresh)
                      .matches("__Secure-refreshToken=.+; Path=/api/session; .+Strict"));
      var sent = String.join("; ", cookies.stream().map(each -> each.split(";")[0]).toList());
      var session = get(report.apiUrl() + "/session", "cookie", sent);
      assertThat(session.statusCode()).isEqualTo(200);
      assertThat(json(session).path("username").asText()).isEqualTo("demo");
      assertThat(
              get(report.apiUrl() + "/session", "cookie", sent, "origin", "https://evil.example")
                  .statusCode())
          .isEqualTo(403);
    }
  }

  /** Signs in until there are tokens, with an authenticator app if the pool requires one. */
  private HttpResponse<String> firstLogin(RunningStack.Report report) throws Exception {
    var login = report.firstLogin().orElseThrow();
    var challenge =
        json(
            post(
                login.apiUrl() + "/login",
                Map.of("username", login.username(), "password", login.temporaryPassword())));
    var answer = new LinkedHashMap<String, Object>();
    answer.put("username", login.username());
    answer.put("new_password", login.newPassword());
    answer.put("session", challenge.path("session").asText());
    if (!login.missingAttributes().isEmpty()) {
      var attributes = new LinkedHashMap<String, String>();
      login.missingAttributes().forEach(attribute -> attributes.put(attribute, "Demo"));
      answer.put("attributes", attributes);
    }
    var changed = post(login.apiUrl() + "/change-password", answer);
    assertThat(json(changed).path("message").asText()).isEqualTo("Password changed successfully");
    if (!json(changed).has("otpauthUri")) {
      return changed;
    }
    var app = AuthenticatorApp.scanned(json(changed).path("otpauthUri").asText());
    return post(
        login.apiUrl() + "/challenge",
        Map.of(
            "username",
            json(changed).path("username").asText(),
            "challengeName",
            json(changed).path("challengeName").asText(),
            "session",
            json(changed).path("session").asText(),
            "code",
            app.code(Instant.now())));
  }

  private RunningStack stack(List<String> context) {
    return RunningStack.of(
        new RunningStack.Request(Path.of(""), 0, 0, context),
        Map.of(),
        new WatchedLog(OutputStream.nullOutputStream()));
  }

  /** The headers of a page on the API's own origin. */
  private HttpResponse<String> post(String url, Map<String, ?> body) throws Exception {
    var origin = url.substring(0, url.indexOf('/', "http://".length()));
    var request =
        HttpRequest.newBuilder(URI.create(url))
            .header("content-type", "application/json")
            .header("origin", origin)
            .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
            .build();
    Watch.current().sent(JSON.writeValueAsString(body), List.of());
    return watched(client.send(request, BodyHandlers.ofString()));
  }

  private HttpResponse<String> get(String url, String... headers) throws Exception {
    var request = HttpRequest.newBuilder(URI.create(url));
    if (headers.length > 0) {
      request.headers(headers);
    }
    Watch.current().sent("", List.of(headers));
    return watched(client.send(request.build(), BodyHandlers.ofString()));
  }

  private static HttpResponse<String> watched(HttpResponse<String> reply) {
    Watch.current().received(reply.statusCode(), reply.headers().map(), reply.body());
    return reply;
  }

  private static JsonNode json(HttpResponse<String> reply) throws Exception {
    return JSON.readTree(reply.body());
  }
}

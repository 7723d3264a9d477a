package io.github.cognitofirstlogin.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cognitofirstlogin.leaks.Hostile;
import io.github.cognitofirstlogin.leaks.RawHttp;
import io.github.cognitofirstlogin.leaks.Watch;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole stack, from a template that the CDK CLI synthesized. */
class LocalStackIT {

  private static final List<String> ORIGINAL =
      List.of(
          "allowedOrigins=https://app.example.com",
          "cookieDomain=example.com",
          "apiDomainName=api.example.com",
          "certificateArn=arn:aws:acm:eu-west-1:123456789012:certificate/"
              + "11111111-2222-3333-4444-555555555555");

  private final HttpClient client = HttpClient.newHttpClient();
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private final List<RunningStack> running = new ArrayList<>();

  @AfterEach
  void close() {
    running.forEach(RunningStack::close);
  }

  @Test
  void aFirstLoginIsCompletedAndLeavesNoSecretInTheLog() throws Exception {
    var login = start(List.of()).firstLogin().orElseThrow();
    var temporary = login.temporaryPassword();

    var wrong = login(login, temporary + "x");
    assertThat(wrong.statusCode()).isEqualTo(401);
    assertThat(json(wrong).path("message").asText()).isEqualTo("Incorrect username or password.");

    var challenge = login(login, temporary);
    assertThat(challenge.statusCode()).isEqualTo(200);
    assertThat(json(challenge).path("challengeName").asText()).isEqualTo("NEW_PASSWORD_REQUIRED");
    assertThat(challenge.headers().allValues("set-cookie")).isEmpty();
    var session = json(challenge).path("session").asText();

    var weak = changePassword(login, "weak", session);
    assertThat(weak.statusCode()).isEqualTo(400);
    assertThat(json(weak).path("message").asText())
        .isEqualTo("Password does not conform to policy: Password not long enough");

    var changed = changePassword(login, login.newPassword(), session);
    assertThat(changed.statusCode()).isEqualTo(200);
    assertThat(json(changed).path("message").asText()).isEqualTo("Password changed successfully");
    assertThat(changed.headers().allValues("set-cookie"))
        .satisfiesExactly(
            access ->
                assertThat(access)
                    .matches(
                        "accessToken=[\\w.-]+; Path=/; Max-Age=3600; Secure; HttpOnly;"
                            + " SameSite=None; Partitioned"),
            refresh ->
                assertThat(refresh)
                    .matches(
                        "refreshToken=[\\w.-]+; Path=/session; Max-Age=2592000; Secure; HttpOnly;"
                            + " SameSite=None; Partitioned"));

    var again = changePassword(login, login.newPassword(), session);
    assertThat(again.statusCode()).isEqualTo(400);
    assertThat(json(again).path("message").asText())
        .isEqualTo("Invalid session for the user, session can only be used once.");

    assertThat(login(login, temporary).statusCode()).isEqualTo(401);
    var signedIn = login(login, login.newPassword());
    assertThat(json(signedIn).path("message").asText()).isEqualTo("Login successful");

    assertThat(log.toString(UTF_8))
        .contains("[function] ")
        .doesNotContain(temporary, login.newPassword(), session, "eyJ");
  }

  @Test
  void theOriginalsCookieComesFromTheConfiguredDomain() throws Exception {
    var report = start(ORIGINAL);
    assertThat(report.outputs()).containsEntry("ApiUrl", report.apiUrl());
    var login = report.firstLogin().orElseThrow();
    var session = json(login(login, login.temporaryPassword())).path("session").asText();
    assertThat(
            changePassword(login, login.newPassword(), session).headers().allValues("set-cookie"))
        .satisfiesExactly(
            access ->
                assertThat(access)
                    .matches(
                        "accessToken=[\\w.-]+; Path=/; Max-Age=3600; Secure; HttpOnly;"
                            + " SameSite=None; Domain=\\.example\\.com"),
            refresh ->
                assertThat(refresh)
                    .matches(
                        "refreshToken=[\\w.-]+; Path=/session; Max-Age=2592000; Secure; HttpOnly;"
                            + " SameSite=None; Domain=\\.example\\.com"));
  }

  @Test
  void thePrintedCommandsWorkAsTheyArePasted(@TempDir Path directory) throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "needs bash");
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/curl")), "needs curl");
    var pasted = directory.resolve("pasted");
    Files.write(pasted, start(List.of()).firstLogin().orElseThrow().commands());
    var bash = new ProcessBuilder("/bin/bash", pasted.toString()).redirectErrorStream(true).start();
    assertThat(new String(bash.getInputStream().readAllBytes(), UTF_8))
        .containsSubsequence(
            "{\"message\":\"New password required\"",
            "HTTP/1.1 200 OK",
            "set-cookie: accessToken=",
            "{\"message\":\"Password changed successfully\"}",
            "{\"message\":\"Login successful\"}");
    assertThat(bash.waitFor()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /login", "POST, /login/", "POST, //login", "POST, /LOGIN", "POST, /%6Cogin",
    "POST, /%2e%2e/", "HEAD, /login", "TRACE, /login", "OPTIONS, /login", "POST, /"
  })
  @Hostile({"E12", "E13"})
  void requestWithoutARouteInTheTemplateIsNotFound(String method, String target) throws Exception {
    var reply = RawHttp.send(URI.create(start(List.of()).apiUrl()).getPort(), method, target);
    assertThat(reply)
        .startsWith("HTTP/1.1 404 ")
        .endsWith("\r\n\r\n" + (method.equals("HEAD") ? "" : "{\"message\":\"Not Found\"}"));
  }

  @Test
  void aPortInUseIsNamedWithItsOption() throws Exception {
    var port = URI.create(start(List.of()).apiUrl()).getPort();
    assertThatThrownBy(() -> start(new RunningStack.Request(Path.of(""), port, 0, List.of())))
        .isInstanceOf(StartFailure.class)
        .hasMessage(
            "Port %d is in use; choose another with --port, or --port 0 for any free one"
                .formatted(port));
    assertThatThrownBy(() -> start(new RunningStack.Request(Path.of(""), 0, port, List.of())))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("--user-pool-port");
  }

  @Test
  void anotherCognitoIsAskedWhenTheEnvironmentNamesOne() throws Exception {
    var environment =
        Map.of(
            "AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER",
            "http://localhost:1",
            "USER_POOL_CLIENT_ID",
            "someclient");
    var report = start(new RunningStack.Request(Path.of(""), 0, 0, List.of()), environment);
    assertThat(report.outputs())
        .containsEntry("ApiUrl", report.apiUrl())
        .containsEntry("UserPoolClientId", "someclient")
        .doesNotContainKey("UserPoolId");
    assertThat(report.firstLogin()).isEmpty();
    var reply = post(report.apiUrl() + "/login", Map.of("username", "a", "password", "b"));
    assertThat(reply.statusCode()).isEqualTo(503);
  }

  private RunningStack.Report start(List<String> context) throws Exception {
    return start(new RunningStack.Request(Path.of(""), 0, 0, context));
  }

  private RunningStack.Report start(RunningStack.Request request) throws Exception {
    return start(request, Map.of());
  }

  private RunningStack.Report start(RunningStack.Request request, Map<String, String> environment)
      throws Exception {
    var stack = RunningStack.of(request, environment, new WatchedLog(log));
    running.add(stack);
    return stack.start();
  }

  private HttpResponse<String> login(FirstLogin login, String password) throws Exception {
    return post(
        login.apiUrl() + "/login", Map.of("username", login.username(), "password", password));
  }

  private HttpResponse<String> changePassword(FirstLogin login, String password, String session)
      throws Exception {
    return post(
        login.apiUrl() + "/change-password",
        Map.of("username", login.username(), "new_password", password, "session", session));
  }

  private HttpResponse<String> post(String url, Map<String, String> body) throws Exception {
    var json = new ObjectMapper().writeValueAsString(body);
    var request =
        HttpRequest.newBuilder(URI.create(url))
            .header("content-type", "application/json")
            .POST(BodyPublishers.ofString(json))
            .build();
    Watch.current().sent(json, List.of());
    var reply = client.send(request, BodyHandlers.ofString());
    Watch.current().received(reply.statusCode(), reply.headers().map(), reply.body());
    return reply;
  }

  private static JsonNode json(HttpResponse<String> reply) throws Exception {
    return new ObjectMapper().readTree(reply.body());
  }
}

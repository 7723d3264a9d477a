package io.github.cognitofirstlogin.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The local run starts every kind of deployment, and a first login is completed in each. */
class ConfigurationsIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> EXISTING_POOL =
      List.of("userPoolId=eu-central-1_AbCdEfGhI", "userPoolClientId=1example23456789abcdefghij");

  private final HttpClient client = HttpClient.newHttpClient();
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();

  static Stream<Arguments> configurations() {
    return Stream.of(
        Arguments.of("existing pool and client", EXISTING_POOL),
        Arguments.of("existing pool", EXISTING_POOL.subList(0, 1)),
        Arguments.of(
            "existing confidential client",
            Stream.concat(EXISTING_POOL.stream(), Stream.of("confidentialClient=true")).toList()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("configurations")
  void firstLoginIsCompleted(String name, List<String> context) throws Exception {
    try (var stack =
        RunningStack.of(
            new RunningStack.Request(Path.of(""), 0, 0, context),
            Map.of(),
            new PrintStream(log, true, StandardCharsets.UTF_8))) {
      var report = stack.start();
      var login = report.firstLogin().orElseThrow();

      var challenge =
          post(
              login.apiUrl() + "/login",
              Map.of("username", login.username(), "password", login.temporaryPassword()));
      var changed =
          post(
              login.apiUrl() + "/change-password",
              Map.of(
                  "username",
                  login.username(),
                  "new_password",
                  login.newPassword(),
                  "session",
                  json(challenge).path("session").asText()));

      assertThat(changed.body()).contains("Password changed successfully");
      assertThat(changed.headers().allValues("set-cookie")).hasSize(2);
      for (var set : context) {
        if (set.startsWith("userPoolId=")) {
          assertThat(set).isEqualTo("userPoolId=" + report.outputs().get("UserPoolId"));
        }
      }
    }
  }

  private HttpResponse<String> post(String url, Map<String, String> body) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(url))
            .header("content-type", "application/json")
            .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
            .build();
    return client.send(request, BodyHandlers.ofString());
  }

  private static JsonNode json(HttpResponse<String> reply) throws Exception {
    return JSON.readTree(reply.body());
  }
}

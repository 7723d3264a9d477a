package io.github.cognitofirstlogin.userpool.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cognitofirstlogin.leaks.Watch;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged command {@code bin/user-pool}. */
class UserPoolCommandIT {

  private static final String CONFIG =
      """
      {"UserPool": {"Policies": {"PasswordPolicy": {"MinimumLength": 12}}, "LambdaConfig": {}},
       "UserPoolClient": {"ExplicitAuthFlows": ["ALLOW_USER_PASSWORD_AUTH"], "GenerateSecret": false},
       "Users": [{"Username": "alice", "TemporaryPassword": "temporary-password"}]}\
      """;

  @TempDir private Path directory;

  @Test
  void startsThePoolTheFileDescribesWithItsUsers() throws Exception {
    Watch.current().secret("temporary-password");
    var config = Files.writeString(directory.resolve("pool.json"), CONFIG);
    var outputs = directory.resolve("outputs.json");
    var process =
        start(
            config.toString(),
            "--port",
            "0",
            "--control-port",
            "0",
            "--outputs-file",
            outputs.toString());
    try (var printed = process.inputReader(StandardCharsets.UTF_8)) {
      var lines = new ArrayList<String>();
      for (var line = printed.readLine();
          line != null && !line.startsWith("Ready");
          line = printed.readLine()) {
        lines.add(line);
        Watch.current().logged(line);
      }
      var written = new ObjectMapper().readTree(outputs.toFile());
      assertThat(lines)
          .contains(
              "AWS::Cognito::UserPool property 'LambdaConfig' is not emulated",
              "UserPoolId = " + written.path("UserPoolId").asText(),
              "export AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER="
                  + written.path("Endpoint").asText());
      assertThat(login(written).path("ChallengeName").asText()).isEqualTo("NEW_PASSWORD_REQUIRED");
    } finally {
      process.destroy();
    }
  }

  @Test
  void wrongFileIsOneLine() throws Exception {
    var config = Files.writeString(directory.resolve("pool.json"), "{\"UserPools\": {}}");

    assertThat(failure(config.toString()))
        .containsExactly(
            config + " has a member 'UserPools'; it may have UserPool, UserPoolClient, Users");
    assertThat(failure("nowhere.json")).containsExactly("There is no file nowhere.json");
    Files.writeString(config, "{\"UserPool\": {\"MfaConfiguration\": \"MAYBE\"}}");
    assertThat(failure(config.toString()))
        .containsExactly(
            "AWS::Cognito::UserPool property 'MfaConfiguration' must be one of OFF, OPTIONAL, ON,"
                + " got 'MAYBE'");
  }

  private static List<String> failure(String file) throws Exception {
    var process = start(file, "--port", "0", "--control-port", "0");
    var lines =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .toList();
    assertThat(process.waitFor()).isEqualTo(1);
    return lines;
  }

  private static Process start(String... arguments) throws IOException {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                "userpool/target/userpool.jar"));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  private static JsonNode login(JsonNode outputs) throws Exception {
    var body =
        """
        {"AuthFlow": "USER_PASSWORD_AUTH", "ClientId": "%s",
         "AuthParameters": {"USERNAME": "alice", "PASSWORD": "temporary-password"}}\
        """
            .formatted(outputs.path("UserPoolClientId").asText());
    var answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(outputs.path("Endpoint").asText()))
                    .header("Content-Type", "application/x-amz-json-1.1")
                    .header("X-Amz-Target", "AWSCognitoIdentityProviderService.InitiateAuth")
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    return new ObjectMapper().readTree(answer.body());
  }
}

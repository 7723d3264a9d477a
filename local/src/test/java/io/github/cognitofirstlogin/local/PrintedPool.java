package io.github.cognitofirstlogin.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cognitofirstlogin.leaks.Watch;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The user pool of a running stack. The pool's address and ids come from the printed output. */
record PrintedPool(String id, String url, String controlUrl) {

  private static final Pattern URL = Pattern.compile("template, at (http://localhost:\\d+)\\.");
  private static final Pattern CONTROL_URL = Pattern.compile("(http://localhost:\\d+)/outbox");

  static PrintedPool of(RunningStack.Report report) {
    var notes = String.join("\n", report.notes());
    return new PrintedPool(
        report.outputs().get("UserPoolId"), find(URL, notes), find(CONTROL_URL, notes));
  }

  /** Another user than the demo user, because a user has only one first login. */
  void invite(String username, String temporaryPassword) throws Exception {
    Watch.current().secret(temporaryPassword);
    send(
        HttpRequest.newBuilder(URI.create(url))
            .header("Content-Type", "application/x-amz-json-1.1")
            .header("X-Amz-Target", "AWSCognitoIdentityProviderService.AdminCreateUser"),
        Map.of(
            "UserPoolId",
            id,
            "Username",
            username,
            "TemporaryPassword",
            temporaryPassword,
            "MessageAction",
            "SUPPRESS",
            "UserAttributes",
            List.of(Map.of("Name", "email", "Value", username + "@example.com"))));
  }

  /** Breaks the next answer of an operation. */
  void fault(Map<String, ?> fault) throws Exception {
    send(
        HttpRequest.newBuilder(URI.create(controlUrl + "/faults"))
            .header("Content-Type", "application/json"),
        fault);
  }

  void advanceClock(int seconds) throws Exception {
    send(
        HttpRequest.newBuilder(URI.create(controlUrl + "/clock"))
            .header("Content-Type", "application/json"),
        Map.of("advanceSeconds", seconds));
  }

  private static void send(HttpRequest.Builder request, Map<String, ?> body) throws Exception {
    var reply =
        HttpClient.newHttpClient()
            .send(
                request
                    .POST(BodyPublishers.ofString(new ObjectMapper().writeValueAsString(body)))
                    .build(),
                BodyHandlers.ofString());
    assertThat(reply.statusCode()).as(reply.body()).isEqualTo(200);
  }

  private static String find(Pattern pattern, String text) {
    var found = pattern.matcher(text);
    assertThat(found.find()).as(text).isTrue();
    return found.group(1);
  }
}

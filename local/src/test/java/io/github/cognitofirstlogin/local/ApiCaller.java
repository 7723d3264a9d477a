package io.github.cognitofirstlogin.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cognitofirstlogin.leaks.Watch;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Calls a running stack without a browser. The caller stores no cookies and sends those of the
 * test.
 */
final class ApiCaller {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client = HttpClient.newHttpClient();
  private final RunningStack.Report report;
  private final String url;

  ApiCaller(RunningStack.Report report) {
    this.report = report;
    // Some resolvers do not know the names below localhost.
    this.url = "http://localhost:" + URI.create(report.apiUrl()).getPort();
  }

  /** The cookies after the demo user has chosen a password. */
  List<String> firstLogin() throws Exception {
    var login = report.firstLogin().orElseThrow();
    return firstLogin(login.username(), login.temporaryPassword(), login.newPassword());
  }

  /** The cookies of another user. */
  List<String> firstLogin(String username, String temporaryPassword, String newPassword)
      throws Exception {
    var challenge = post("/login", Map.of("username", username, "password", temporaryPassword));
    var session = JSON.readTree(challenge.body()).path("session").asText();
    var changed =
        post(
            "/change-password",
            Map.of("username", username, "new_password", newPassword, "session", session));
    assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
    return setCookies(changed);
  }

  CompletableFuture<HttpResponse<String>> send(String method, String path, List<String> cookies) {
    var request =
        HttpRequest.newBuilder(URI.create(url + path))
            .method(method, BodyPublishers.noBody())
            .header("x-requested-with", "test");
    if (!cookies.isEmpty()) {
      request.header("cookie", String.join("; ", cookies));
    }
    Watch.current().sent("", cookies);
    return client.sendAsync(request.build(), BodyHandlers.ofString()).thenApply(ApiCaller::watched);
  }

  static List<String> setCookies(HttpResponse<?> reply) {
    return reply.headers().allValues("set-cookie");
  }

  /** The cookie as a browser sends it back: without attributes. */
  static List<String> kept(List<String> setCookies) {
    return setCookies.stream().map(cookie -> cookie.split(";", 2)[0]).toList();
  }

  private HttpResponse<String> post(String path, Map<String, String> body) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(url + path))
            .header("content-type", "application/json")
            .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
            .build();
    Watch.current().sent(JSON.writeValueAsString(body), List.of());
    return watched(client.send(request, BodyHandlers.ofString()));
  }

  private static HttpResponse<String> watched(HttpResponse<String> reply) {
    Watch.current().received(reply.statusCode(), reply.headers().map(), reply.body());
    return reply;
  }
}

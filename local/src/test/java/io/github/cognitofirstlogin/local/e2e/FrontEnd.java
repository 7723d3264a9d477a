package io.github.cognitofirstlogin.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.cognitofirstlogin.leaks.Watch;
import io.github.cognitofirstlogin.local.e2e.Exchange.Reply;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A front end that knows only the public API. The front end checks each request and reply against
 * {@code docs/openapi.yaml} and records them in the story.
 */
final class FrontEnd {
  private static final OpenApiContract CONTRACT = OpenApiContract.read();

  /** The routes that can complete a sign-in. */
  private static final Set<String> SIGN_IN = Set.of("/login", "/change-password", "/challenge");

  private static final Set<Map<String, String>> COMPLETE =
      Set.of(
          Map.of("message", "Login successful"),
          Map.of("message", "Password changed successfully"));

  private final Http http = new Http();
  private final String apiUrl;
  private final UserPool userPool;
  private final Story story;

  FrontEnd(String apiUrl, UserPool userPool, Story story) {
    this.apiUrl = apiUrl;
    this.userPool = userPool;
    this.story = story;
  }

  Reply login(String username, String password) {
    return post("/login", "username", username, "password", password);
  }

  Reply changePassword(String username, String newPassword, String session) {
    return post(
        "/change-password", "username", username, "new_password", newPassword, "session", session);
  }

  Reply answer(Reply challenge, String code) {
    return post(
        "/challenge",
        "username",
        challenge.text("username"),
        "challengeName",
        challenge.text("challengeName"),
        "session",
        challenge.session(),
        "code",
        code);
  }

  /** Names and values of the body's members in turn. */
  Reply post(String path, Object... members) {
    tellMessages();
    var exchange = send(path, members);
    assertThat(CONTRACT.violationsOfRequest(exchange)).isEmpty();
    tell(exchange);
    return exchange.reply();
  }

  /** A request that the document does not allow. */
  Reply postUndocumented(String path, Object... members) {
    tellMessages();
    var exchange = send(path, members);
    assertThat(CONTRACT.violationsOfRequest(exchange)).isNotEmpty();
    tell(exchange);
    return exchange.reply();
  }

  Reply get(String path) {
    var reply = reply(http.get(apiUrl + path));
    tell(checked(new Exchange("GET", path, MissingNode.getInstance(), reply)));
    return reply;
  }

  /** Not recorded in the story, for concurrent requests. Any thread may call it. */
  Exchange send(String path, Object... members) {
    var body = Http.body(members);
    Watch.current().sent(body.toString(), List.of());
    var reply = reply(http.post(apiUrl + path, body, "content-type", "application/json"));
    return checked(new Exchange("POST", path, body, reply));
  }

  /** Records concurrent exchanges, the one that signed in first. */
  void tellTogether(List<Exchange> exchanges) {
    var calls = new ArrayList<>(userPool.callsSinceLastAsked());
    assertThat(calls).hasSameSizeAs(exchanges);
    calls.sort(Comparator.comparing(call -> !call.answer().equals("tokens")));
    List<Story.Request> requests = new ArrayList<>();
    for (var i = 0; i < calls.size(); i++) {
      requests.add(new Story.Request(exchanges.get(i), List.of(calls.get(i))));
    }
    story.together(requests);
  }

  private void tell(Exchange exchange) {
    story.request(exchange, userPool.callsSinceLastAsked());
    tellMessages();
  }

  private void tellMessages() {
    userPool.messagesSinceLastAsked().forEach(story::note);
  }

  private static Exchange checked(Exchange exchange) {
    assertThat(CONTRACT.violationsOfReply(exchange)).isEmpty();
    if (SIGN_IN.contains(exchange.path())) {
      var reply = exchange.reply();
      var complete = reply.status() == 200 && COMPLETE.contains(members(reply.body()));
      assertThat(reply.cookies())
          .extracting(cookie -> cookie.substring(0, cookie.indexOf('=')))
          .as("cookies of " + reply.outcome())
          .isEqualTo(complete ? List.of("accessToken", "refreshToken") : List.of());
    }
    return exchange;
  }

  private static Map<String, String> members(JsonNode body) {
    return body.properties().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, member -> member.getValue().asText()));
  }

  private static Reply reply(HttpResponse<String> response) {
    Map<String, List<String>> headers =
        response.headers().map().entrySet().stream()
            .collect(
                Collectors.toMap(
                    header -> header.getKey().toLowerCase(Locale.ROOT), Map.Entry::getValue));
    Watch.current().received(response.statusCode(), headers, response.body());
    return new Reply(response.statusCode(), headers, Http.json(response.body()));
  }
}

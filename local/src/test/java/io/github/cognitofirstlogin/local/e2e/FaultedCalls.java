package io.github.cognitofirstlogin.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cognitofirstlogin.leaks.Watch;
import io.github.cognitofirstlogin.local.DeployedStack;
import io.github.cognitofirstlogin.local.e2e.FaultedCall.Told;
import io.github.cognitofirstlogin.userpool.faults.FaultPoint;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** Brings a new user to the call that will fail, and makes the call. */
final class FaultedCalls {
  private final HttpClient client = HttpClient.newHttpClient();
  private final DeployedStack stack;
  private int people;

  FaultedCalls(DeployedStack stack) {
    this.stack = stack;
  }

  /** A request to a route, and the user whom its call of Cognito names. */
  private record Ready(String method, String path, JsonNode body, String cookie, String subject) {}

  /** The steps before the call, which any thread may make. */
  Callable<Told> prepared(FaultedCall call, FaultPoint fault) throws Exception {
    var ready = ready(call, "person" + ++people);
    var subject = call.namesSomebody() ? ready.subject() : "";
    return () -> {
      var before = stack.userPool().requestCount();
      stack
          .userPool()
          .addFault(fault.json().put("operation", call.operation()).put("subject", subject));
      var reply = send(ready);
      var posts =
          stack.userPool().requestsSince(before, subject).stream()
              .filter(request -> request.operation().equals(call.operation()))
              .count();
      // The end of another answer may have closed the connection before the request was read.
      stack.userPool().clearFaults(subject);
      var body = Http.json(reply.body());
      return new Told(
          reply.statusCode() + " " + body.path("code").asText("ok"),
          took(call, reply, body),
          (int) posts);
    };
  }

  private static boolean took(FaultedCall call, HttpResponse<String> reply, JsonNode body) {
    return switch (call) {
      case ASSOCIATE_SOFTWARE_TOKEN -> body.has("secretCode");
      case REVOKE_TOKEN -> body.path("revoked").asBoolean();
      case DESCRIBE_USER_POOL_CLIENT -> reply.statusCode() == 401;
      default -> reply.statusCode() == 200;
    };
  }

  private Ready ready(FaultedCall call, String name) throws Exception {
    if (call != FaultedCall.DESCRIBE_USER_POOL_CLIENT) {
      stack
          .userPool()
          .createUser(
              stack.userPoolId(),
              Http.body(
                  "Username",
                  name,
                  "TemporaryPassword",
                  Person.TEMPORARY_PASSWORD,
                  "MessageAction",
                  "SUPPRESS",
                  "UserAttributes",
                  List.of(
                      Map.of("Name", "email", "Value", name + "@example.com"),
                      Map.of("Name", "email_verified", "Value", "true"))));
    }
    return switch (call) {
      case INITIATE_AUTH, DESCRIBE_USER_POOL_CLIENT -> login(name, Person.TEMPORARY_PASSWORD);
      case RESPOND_TO_AUTH_CHALLENGE -> change(name);
      case ASSOCIATE_SOFTWARE_TOKEN -> {
        good(change(name));
        yield login(name, Person.OWN_PASSWORD);
      }
      case VERIFY_SOFTWARE_TOKEN -> setup(name);
      case FORGOT_PASSWORD -> {
        good(change(name));
        yield post("/forgot-password", name);
      }
      case CONFIRM_FORGOT_PASSWORD -> {
        good(change(name));
        good(post("/forgot-password", name));
        yield post(
            "/confirm-forgot-password",
            name,
            "code",
            codeSentTo(name),
            "new_password",
            Person.NEXT_PASSWORD);
      }
      case GET_TOKENS_FROM_REFRESH_TOKEN -> signedIn("POST", "/session/refresh", name);
      case REVOKE_TOKEN -> signedIn("DELETE", "/session", name);
    };
  }

  private static Ready login(String name, String password) {
    return post("/login", name, "password", password);
  }

  private Ready change(String name) throws Exception {
    var challenge = good(login(name, Person.TEMPORARY_PASSWORD));
    return post(
        "/change-password",
        name,
        "new_password",
        Person.OWN_PASSWORD,
        "session",
        json(challenge, "session"));
  }

  private Ready setup(String name) throws Exception {
    var setup = good(change(name));
    return post(
        "/challenge",
        name,
        "challengeName",
        "MFA_SETUP",
        "session",
        json(setup, "session"),
        "code",
        AuthenticatorApp.scanned(json(setup, "otpauthUri")).code(Instant.now()));
  }

  private Ready signedIn(String method, String path, String name) throws Exception {
    var cookie =
        good(setup(name)).headers().allValues("set-cookie").stream()
            .filter(each -> each.startsWith("refreshToken="))
            .map(each -> each.split(";", 2)[0])
            .findFirst()
            .orElseThrow();
    return new Ready(method, path, Http.body(), cookie, cookie.substring("refreshToken=".length()));
  }

  private static Ready post(String path, String name, Object... members) {
    var all = new Object[members.length + 2];
    all[0] = "username";
    all[1] = name;
    System.arraycopy(members, 0, all, 2, members.length);
    return new Ready("POST", path, Http.body(all), "", name);
  }

  private static String json(HttpResponse<String> reply, String member) {
    return Http.json(reply.body()).path(member).asText();
  }

  private HttpResponse<String> good(Ready ready) throws Exception {
    var reply = send(ready);
    assertThat(reply.statusCode()).as(reply.body()).isEqualTo(200);
    return reply;
  }

  private HttpResponse<String> send(Ready ready) throws Exception {
    var request = HttpRequest.newBuilder(URI.create(stack.apiUrl() + ready.path()));
    if (ready.cookie().isEmpty()) {
      request
          .header("content-type", "application/json")
          .method(ready.method(), BodyPublishers.ofString(ready.body().toString()));
    } else {
      request
          .header("cookie", ready.cookie())
          .header("x-requested-with", "fetch")
          .method(ready.method(), BodyPublishers.noBody());
    }
    Watch.current().sent(ready.body().toString(), List.of(ready.cookie()));
    var reply = client.send(request.build(), BodyHandlers.ofString());
    Watch.current().received(reply.statusCode(), reply.headers().map(), reply.body());
    return reply;
  }

  private String codeSentTo(String name) throws Exception {
    var url = stack.controlUrl() + "/outbox";
    var outbox =
        client.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
    for (var message : Http.json(outbox.body())) {
      if (message.path("username").asText().equals(name)) {
        return message.path("secret").asText();
      }
    }
    throw new AssertionError("no message to " + name);
  }
}

package io.github.cognitofirstlogin.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What went over the wire during one test, and what was logged: called from any thread. */
public final class Watch {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Members of a request that nobody else may read. */
  private static final List<String> GIVEN =
      List.of("password", "new_password", "temporary_password", "session", "code");

  /** Members of a challenge that are for the person who gets it. */
  private static final List<String> HANDED_OUT = List.of("session", "secretCode", "otpauthUri");

  /** Whose cookies hold tokens. */
  private static final String TOKEN_COOKIE =
      "(__Host-accessToken|accessToken|__Secure-refreshToken|refreshToken)=[^;]*";

  private record Sink(String name, String text) {}

  private static volatile Watch current = new Watch();

  private final Set<String> secrets = ConcurrentHashMap.newKeySet();
  private final Queue<Sink> sinks = new ConcurrentLinkedQueue<>();

  Watch() {}

  /** That of the test which is running. */
  public static Watch current() {
    return current;
  }

  static Watch begin() {
    current = new Watch();
    return current;
  }

  /** Must not be read anywhere from now on. */
  public void secret(String value) {
    if (Secret.isTelling(value)) {
      secrets.add(value);
    }
  }

  /** A request is about to be sent: its body, and the cookies as name and value. */
  public void sent(String body, Collection<String> cookies) {
    cookies.forEach(cookie -> secret(cookie.substring(cookie.indexOf('=') + 1)));
    var json = json(body);
    var username = json.path("username").asText();
    for (var member : GIVEN) {
      var value = json.path(member);
      // Who has the same name and password has told everybody.
      if (value.isTextual() && !username.contains(value.textValue())) {
        secret(value.textValue());
      }
    }
  }

  /** A reply arrived; what a challenge hands out and a cookie carries is where it belongs. */
  public void received(int status, Map<String, ? extends Collection<String>> headers, String body) {
    var json = json(body);
    var rest = body;
    if (status == 200 && json.has("challengeName") && json instanceof ObjectNode challenge) {
      HANDED_OUT.forEach(member -> secret(challenge.path(member).asText()));
      rest = challenge.deepCopy().without(HANDED_OUT).toString();
    }
    sinks.add(new Sink("the body of a reply", rest));
    headers.forEach(
        (name, values) ->
            values.forEach(value -> header(name.toLowerCase(java.util.Locale.ROOT), value)));
  }

  private void header(String name, String value) {
    if (!name.equals("set-cookie")) {
      sinks.add(new Sink("the header " + name, value));
      return;
    }
    var pair = value.split(";", 2)[0];
    secret(pair.substring(pair.indexOf('=') + 1));
    sinks.add(new Sink("the attributes of a cookie", value.replaceFirst(TOKEN_COOKIE, "")));
  }

  /** A line of a log or a metric. */
  public void logged(String text) {
    sinks.add(new Sink("the log", text));
  }

  void printed(String text) {
    sinks.add(new Sink("what was printed", text));
  }

  /** An exception that came out of the code under test. */
  public void thrown(Throwable failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      sinks.add(new Sink("an exception's text", String.valueOf(each.getMessage())));
      for (var suppressed : each.getSuppressed()) {
        thrown(suppressed);
      }
    }
  }

  /** Where secrets were found; none of them is named. */
  Set<String> leaks() {
    var leaks = new TreeSet<String>();
    for (var value : secrets) {
      var secret = new Secret(value);
      for (var sink : sinks) {
        if (secret.isIn(sink.text())) {
          leaks.add("a secret of " + value.length() + " characters in " + sink.name());
        }
      }
    }
    return leaks;
  }

  private static JsonNode json(String text) {
    try {
      var json = JSON.readTree(text);
      return json == null ? JSON.createObjectNode() : json;
    } catch (IOException e) {
      return JSON.createObjectNode();
    }
  }
}

package io.github.cognitofirstlogin.leaks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * The requests, replies and log lines of one test. Any thread may call it. The set-up of a test
 * class before its first test is watched in the same way.
 */
public final class Watch {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Members of a request that only the caller may read. */
  private static final List<String> GIVEN =
      List.of("password", "new_password", "temporary_password", "code");

  /** Members of a challenge that only the caller may get. */
  private static final List<String> HANDED_OUT = List.of("session", "secretCode", "otpauthUri");

  /** The names of the cookies that contain tokens. */
  private static final String TOKEN_COOKIE =
      "(__Host-accessToken|accessToken|__Secure-refreshToken|refreshToken)=[^;]*";

  private static final String LOG = "the log";
  private static final String PRINTED = "what was printed";
  private static final String ISSUED = "a session or token that was issued";

  /** The secrets of all tests so far, because a thread may print a secret after its test. */
  private static final Set<String> EVER = ConcurrentHashMap.newKeySet();

  private static volatile Watch current = new Watch(null);

  private final @Nullable Watch around;
  private final Set<String> secrets = ConcurrentHashMap.newKeySet();

  /** The secrets that no reply may contain, not even a reply to the user whose secret it is. */
  private final Set<String> neverIssued = ConcurrentHashMap.newKeySet();

  /** The texts that were read, by their place. */
  private final Map<String, Queue<String>> sinks = new ConcurrentHashMap<>();

  Watch(@Nullable Watch around) {
    this.around = around;
  }

  /** The watch of the running test. */
  public static Watch current() {
    return current;
  }

  static Watch begin() {
    current = new Watch(current);
    return current;
  }

  void end() {
    if (around != null) {
      current = around;
    }
  }

  /** Adds a secret that must not appear anywhere from now on. */
  public void secret(String value) {
    if (Secret.isTelling(value)) {
      neverIssued.add(value);
    }
    issuedOnce(value);
  }

  /** Adds a secret that may appear only in the reply that hands it to its user. */
  private void issuedOnce(String value) {
    if (Secret.isTelling(value)) {
      secrets.add(value);
      EVER.add(value);
    }
  }

  /** Records a request before it is sent: its body, and the cookies as name and value. */
  public void sent(String body, Collection<String> cookies) {
    cookies.forEach(cookie -> issuedOnce(cookie.substring(cookie.indexOf('=') + 1)));
    var json = json(body);
    issuedOnce(json.path("session").asText());
    var username = json.path("username").asText();
    for (var member : GIVEN) {
      var value = json.path(member);
      // A user whose password equals the user name has no secret password.
      if (value.isTextual() && !username.contains(value.textValue())) {
        secret(value.textValue());
      }
    }
  }

  /** Records a reply. The secrets of a challenge and of a cookie are in their right place there. */
  public void received(int status, Map<String, ? extends Collection<String>> headers, String body) {
    var json = json(body);
    var rest = body;
    if (status == 200 && json.has("challengeName") && json instanceof ObjectNode challenge) {
      HANDED_OUT.forEach(member -> issued(challenge.path(member).asText()));
      rest = challenge.deepCopy().without(HANDED_OUT).toString();
    }
    read("the body of a reply", rest);
    headers.forEach(
        (name, values) -> {
          read("the name of a header", name);
          values.forEach(value -> header(name.toLowerCase(Locale.ROOT), value));
        });
  }

  private void header(String name, String value) {
    if (!name.equals("set-cookie")) {
      read("the header " + name, value);
      return;
    }
    var pair = value.split(";", 2)[0];
    issued(pair.substring(pair.indexOf('=') + 1));
    read("the attributes of a cookie", value.replaceFirst(TOKEN_COOKIE, ""));
  }

  /**
   * Records that a secret reached its user. The value must not contain a secret of another kind.
   */
  private void issued(String value) {
    issuedOnce(value);
    read(ISSUED, value);
  }

  /** Records a line of a log or a metric. */
  public void logged(String text) {
    read(LOG, text);
  }

  void printed(String text) {
    read(PRINTED, text);
  }

  /** Records an exception of the code under test. */
  public void thrown(Throwable failure) {
    thrown(failure, Collections.newSetFromMap(new IdentityHashMap<>()));
  }

  private void thrown(@Nullable Throwable failure, Set<Throwable> seen) {
    if (failure != null && seen.add(failure)) {
      read("an exception's text", failure.toString());
      thrown(failure.getCause(), seen);
      for (var suppressed : failure.getSuppressed()) {
        thrown(suppressed, seen);
      }
    }
  }

  private void read(String where, String text) {
    sinks.computeIfAbsent(where, any -> new ConcurrentLinkedQueue<>()).add(text);
  }

  /** The places in which secrets were found. The text contains no secret. */
  Set<String> leaks() {
    var leaks = new TreeSet<String>();
    sinks.forEach(
        (where, texts) -> {
          var searched = new SearchedText(String.join("\n", texts));
          for (var value : mustNotBeIn(where)) {
            if (new Secret(value).isIn(searched)) {
              leaks.add("a secret of " + value.length() + " characters in " + where);
            }
          }
        });
    return leaks;
  }

  private Set<String> mustNotBeIn(String where) {
    if (where.equals(LOG) || where.equals(PRINTED)) {
      return EVER;
    }
    var known = new HashSet<String>();
    for (Watch each = this; each != null; each = each.around) {
      known.addAll(where.equals(ISSUED) ? each.neverIssued : each.secrets);
    }
    return known;
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

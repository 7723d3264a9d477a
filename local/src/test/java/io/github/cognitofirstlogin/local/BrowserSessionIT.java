package io.github.cognitofirstlogin.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cognitofirstlogin.leaks.Hostile;
import io.github.cognitofirstlogin.leaks.Watch;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A session in a real browser, for each shape of the cookies, with third-party cookies allowed and
 * blocked.
 */
class BrowserSessionIT {

  enum ThirdPartyCookies {
    ALLOWED,
    BLOCKED
  }

  private static final String TEMPORARY = "Ph3x-Zg7x-Sh5r-Bg8y";
  private static final String CHOSEN = "Tp7a-Na8k-Bd3t-Ly4i";
  private static final String OPAQUE = "{\"status\":0,\"type\":\"opaque\",\"body\":\"\"}";

  /** A session, which a script may read, can contain the same letters by chance. */
  private static final String BEGINNING_OF_A_TOKEN = "(?<![\\w-])eyJ";

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final Map<CookieHosts, CookieSite> SITES = new EnumMap<>(CookieHosts.class);

  @AfterAll
  static void close() {
    SITES.values().forEach(CookieSite::close);
  }

  static Stream<Arguments> worlds() {
    return Stream.of(CookieHosts.values())
        .flatMap(
            hosts -> Stream.of(ThirdPartyCookies.values()).map(each -> Arguments.of(hosts, each)));
  }

  @ParameterizedTest
  @MethodSource("worlds")
  @Hostile({"B13", "C6", "Q7"})
  void sessionLastsFromFirstLoginToSignOutForItsUserOnly(
      CookieHosts hosts, ThirdPartyCookies thirdPartyCookies) throws Exception {
    var chromium = Chromium.required();
    var site = site(hosts);
    var username = thirdPartyCookies.name().toLowerCase(Locale.ROOT);
    var before = site.functionLog().size();
    site.pool().invite(username, TEMPORARY);
    Watch.current().secret(CHOSEN);
    var seen =
        JSON.readTree(
            NodeScript.output(
                "session.mjs",
                JSON.writeValueAsString(
                    Map.of(
                        "chromium", chromium,
                        "thirdPartyCookies", thirdPartyCookies,
                        "page", site.page(),
                        "api", site.api(),
                        "foreign", site.foreignPages(),
                        "probe", site.probe(),
                        "username", username,
                        "temporaryPassword", TEMPORARY,
                        "newPassword", CHOSEN))));
    var softly = new SoftAssertions();
    softly
        .assertThat(seen.path("thirdPartyCookieKept").booleanValue())
        .as("the browser keeps a third party's cookie")
        .isEqualTo(thirdPartyCookies == ThirdPartyCookies.ALLOWED);
    itLasts(softly, seen, username);
    theCookiesAreOfTheShape(softly, hosts, seen);
    noTokenIsInReachOfAScript(softly, seen);
    foreignPagesGetNowhere(softly, hosts, seen);
    onlyTheOwnPageWasServed(
        softly, hosts, site.functionLog().subList(before, site.functionLog().size()));
    softly.assertAll();
  }

  private static void itLasts(SoftAssertions softly, JsonNode seen, String username) {
    reply(softly, seen, "before", 401, "session_ended");
    reply(softly, seen, "firstLogin", 200, "Password changed successfully");
    reply(softly, seen, "reloaded", 200, "\"username\":\"" + username + "\"");
    reply(softly, seen, "refreshed", 200, "Session refreshed");
    reply(softly, seen, "sample", 200, "{\"message\":\"Hello " + username + "\",\"groups\":[]}");
    reply(softly, seen, "unharmed", 200, "\"username\":\"" + username + "\"");
    reply(softly, seen, "signedOut", 200, "\"revoked\":true");
    reply(softly, seen, "sampleAfterwards", 401, "{\"message\":\"Unauthorized\"}");
    reply(softly, seen, "after", 401, "session_ended");
    softly.assertThat(seen.path("signedOutCookies")).as("cookies after sign-out").isEmpty();
  }

  private static void reply(
      SoftAssertions softly, JsonNode seen, String step, int status, String body) {
    softly.assertThat(seen.path(step).path("status").asInt()).as(step).isEqualTo(status);
    softly.assertThat(seen.path(step).path("body").asText()).as(step).contains(body);
  }

  private static void theCookiesAreOfTheShape(
      SoftAssertions softly, CookieHosts hosts, JsonNode seen) {
    for (var step : List.of("signedInCookies", "refreshedCookies", "unharmedCookies")) {
      softly
          .assertThat(stream(seen.path(step)).map(BrowserSessionIT::attributes))
          .as(step)
          .containsExactlyElementsOf(
              switch (hosts) {
                case SHARED_DOMAIN ->
                    List.of(
                        "accessToken .auth.localhost / None",
                        "refreshToken .auth.localhost /session None");
                case SAME_ORIGIN ->
                    List.of(
                        "__Host-accessToken app.localhost / Strict",
                        "__Secure-refreshToken app.localhost /session Strict");
                case CROSS_SITE ->
                    List.of(
                        "accessToken api.localhost / None partitioned",
                        "refreshToken api.localhost /session None partitioned");
              });
    }
    softly
        .assertThat(values(seen.path("refreshedCookies")))
        .as("a refresh replaces both tokens")
        .doesNotContainAnyElementsOf(values(seen.path("signedInCookies")));
    softly
        .assertThat(values(seen.path("unharmedCookies")))
        .as("foreign pages change no token")
        .isEqualTo(values(seen.path("refreshedCookies")));
  }

  private static String attributes(JsonNode cookie) {
    assertThat(cookie.path("secure").booleanValue() && cookie.path("httpOnly").booleanValue())
        .as("Secure and HttpOnly: " + cookie.path("name"))
        .isTrue();
    return "%s %s %s %s%s"
        .formatted(
            cookie.path("name").asText(),
            cookie.path("domain").asText(),
            cookie.path("path").asText(),
            cookie.path("sameSite").asText(),
            cookie.hasNonNull("partitionKey") ? " partitioned" : "");
  }

  private static void noTokenIsInReachOfAScript(SoftAssertions softly, JsonNode seen) {
    softly.assertThat(seen.path("storage").asText()).isEqualTo("[\"\",{},{}]");
    var tokens = new ArrayList<>(values(seen.path("signedInCookies")));
    tokens.addAll(values(seen.path("refreshedCookies")));
    softly.assertThat(tokens).hasSize(4).allMatch(token -> token.length() > 100);
    softly
        .assertThat(stream(seen.path("byScripts")).map(JsonNode::asText).toList())
        .hasSizeGreaterThan(10)
        .allSatisfy(
            text ->
                assertThat(text)
                    .doesNotContain(tokens)
                    .doesNotContainPattern(BEGINNING_OF_A_TOKEN));
  }

  /** For a page, an answer without CORS headers is opaque or unreadable. */
  private static void foreignPagesGetNowhere(
      SoftAssertions softly, CookieHosts hosts, JsonNode seen) {
    softly.assertThat(seen.path("foreign")).hasSameSizeAs(hosts.foreign());
    for (var page : seen.path("foreign")) {
      softly
          .assertThat(page.path("scripted").properties())
          .as(page.path("address").asText())
          .hasSize(8)
          .allSatisfy(
              attempt ->
                  assertThat(attempt.getValue().toString())
                      .isIn(
                          "{\"error\":\"TypeError\"}",
                          attempt.getKey().startsWith("blind") ? OPAQUE : ""));
      softly
          .assertThat(stream(page.path("formReplies")).map(JsonNode::asInt))
          .as("forms of " + page.path("address").asText())
          .containsExactly(415, 415);
    }
  }

  /** The function served only the requests of its own page, and refused the others. */
  private static void onlyTheOwnPageWasServed(
      SoftAssertions softly, CookieHosts hosts, List<String> log) throws Exception {
    var served = new ArrayList<String>();
    var refused = 0;
    for (var line : log) {
      var json = JSON.readTree(line);
      if (json.path("code").asText().matches("origin_not_allowed|unsupported_media_type")) {
        refused++;
      } else {
        served.add(json.path("route").asText() + " " + json.path("status").asInt());
      }
    }
    softly
        .assertThat(served)
        .containsExactly(
            "GET /session 401",
            "POST /login 200",
            "POST /change-password 200",
            "GET /session 200",
            "POST /session/refresh 200",
            "GET /session 200",
            "DELETE /session 200",
            "GET /session 401");
    // Two reads, a blind login, a blind refresh and two forms. The browser stops the other requests
    // at the preflight.
    softly.assertThat(refused).isEqualTo(6 * hosts.foreign().size());
  }

  private static List<String> values(JsonNode cookies) {
    return stream(cookies).map(cookie -> cookie.path("value").asText()).toList();
  }

  private static Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  private static CookieSite site(CookieHosts hosts) throws Exception {
    if (!SITES.containsKey(hosts)) {
      SITES.put(hosts, CookieSite.start(hosts));
    }
    return SITES.get(hosts);
  }
}

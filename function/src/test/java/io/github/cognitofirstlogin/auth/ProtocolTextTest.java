package io.github.cognitofirstlogin.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitofirstlogin.auth.contract.FrontDoorKey;
import io.github.cognitofirstlogin.auth.contract.Route;
import io.github.cognitofirstlogin.auth.http.FrontDoor;
import io.github.cognitofirstlogin.auth.http.ProtocolText;
import io.github.cognitofirstlogin.auth.http.Request;
import io.github.cognitofirstlogin.auth.session.SigningKey;
import io.github.cognitofirstlogin.auth.text.Json;
import io.github.cognitofirstlogin.leaks.Hostile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cognitoidentityprovider.model.GetTokensFromRefreshTokenRequest;

/** Headers and cookies are read character by character; only space and tab are blanks. */
class ProtocolTextTest {
  private static final String GOOD = "__Host-accessToken=" + SigningKey.FIRST.token();
  private static final String ORIGIN = "https://app.example.com";

  static List<String> blanks() {
    return Blanks.notOfHttp();
  }

  @Test
  void blanksAreThoseOfJavaJavascriptAndBrowsers() {
    assertThat(blanks())
        .contains("\u0000", "\n", "\u000b", "\u001c", "\u001f", "\u0085", "\u00a0", "\u2000")
        .contains("\u200b", "\u2028", "\u3000", "\ufeff")
        .doesNotContain(" ", "\t")
        .hasSizeGreaterThan(100);
  }

  @ParameterizedTest
  @MethodSource("blanks")
  @Hostile("C7")
  void cookieWithABlankOfUnicodeBeforeItsNameIsAnotherCookie(String blank) {
    for (String cookie :
        List.of(blank + GOOD, " " + blank + " " + GOOD, GOOD.replace("=", blank + "="))) {
      assertThat(session(cookie)).isEqualTo(401);
    }
    assertThat(new Request(Map.of(), List.of("a=b" + blank), null, false).cookies("a"))
        .containsExactly("b" + blank);
    assertThat(refresh("\t" + blank + "__Secure-refreshToken=theirs", "__Secure-refreshToken=mine"))
        .containsExactly("mine");
  }

  @Test
  @Hostile("C7")
  void spaceAndTabAroundACookieAreNoPartOfIt() {
    assertThat(session(" \t" + GOOD + "\t ")).isEqualTo(200);
    assertThat(refresh(" __Secure-refreshToken=mine\t")).containsExactly("mine");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "__host-accessToken",
        "__HOST-accessToken",
        "__Host-accesstoken",
        "__Host-accessToken ",
        "\"__Host-accessToken\"",
        "$__Host-accessToken",
        "%5f_Host-accessToken",
        "=__Host-accessToken",
        "x;__Host-accessToken",
        "accessToken",
        "__Host-acce\u017f\u017fToken",
      })
  @Hostile("C7")
  void cookieOfAnyOtherNameIsAnotherCookie(String name) {
    assertThat(session(name + "=" + SigningKey.FIRST.token())).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"__Host-accessToken", "__Host-accessToken=", "", "=", ";", "\""})
  void cookieWithoutAValueIsIgnored(String cookie) {
    assertThat(session(cookie)).isEqualTo(401);
    assertThat(session(cookie, GOOD)).isEqualTo(200);
  }

  @Test
  void quotesAndCommasArePartOfAValue() {
    assertThat(session("__Host-accessToken=\"" + SigningKey.FIRST.token() + "\"")).isEqualTo(401);
    assertThat(session("a=b, " + GOOD)).isEqualTo(401);
  }

  @ParameterizedTest
  @MethodSource("blanks")
  void contentTypeWithABlankOfUnicodeIsAnother(String blank) {
    for (String type :
        List.of(
            blank + "application/json",
            "application/json" + blank,
            "application/json" + blank + "; charset=utf-8",
            "application/json;" + blank + "charset=utf-8",
            "application/json; charset=" + blank + "utf-8")) {
      assertThat(login(Map.of("content-type", type))).isEqualTo(415);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\tapplication/json ",
        "application/json\t;\tcharset\t=\tutf-8\t",
        "Application/JSON ; Charset=\"UTF-8\""
      })
  void contentTypeMayHaveSpacesAndTabs(String type) {
    assertThat(login(Map.of("content-type", type))).isEqualTo(200);
  }

  @Test
  void letterThatOnlyUnicodeHasInLowerCaseIsAnother() {
    assertThat(ProtocolText.lowerCase("X-\u212aEY-\u0130\u00c4"))
        .isEqualTo("x-\u212aey-\u0130\u00c4");
    assertThat(login(Map.of("content-type", "application/j\u017fon"))).isEqualTo(415);
    assertThat(
            login(
                Map.of(
                    "content-type",
                    "application/json",
                    "origin",
                    "https://k.example",
                    "host",
                    "\u212a.example")))
        .isEqualTo(403);
  }

  @ParameterizedTest
  @MethodSource("blanks")
  void originHostAndOtherHeadersAreNotTrimmed(String blank) {
    assertThat(login(Map.of("content-type", "application/json", "origin", ORIGIN + blank)))
        .isEqualTo(403);
    assertThat(
            login(
                Map.of(
                    "content-type",
                    "application/json",
                    "origin",
                    "https://own.example",
                    "host",
                    blank + "own.example")))
        .isEqualTo(403);
    assertThat(login(Map.of("content-type" + blank, "application/json", "origin", ORIGIN)))
        .isEqualTo(415);
  }

  @ParameterizedTest
  @MethodSource("blanks")
  void frontDoorTrimsNothingElse(String blank) {
    FrontDoor door = FrontDoor.of("k".repeat(32));

    assertThat(door.passed(request(FrontDoorKey.HEADER, "k".repeat(32) + blank))).isFalse();
    assertThat(
            door.callersAddress(
                request("x-forwarded-for", "192.0.2.1,\t" + blank + "192.0.2.2"),
                Optional.of("192.0.2.2")))
        .contains("192.0.2.2");
    assertThat(
            door.callersAddress(
                request("x-forwarded-for", "192.0.2.1 ,\t 192.0.2.2"), Optional.of("192.0.2.2")))
        .contains("192.0.2.1");
  }

  private static Request request(String header, String value) {
    return new Request(Map.of(header, value), List.of(), null, false);
  }

  private static int session(String... cookies) {
    return Api.with(FakeCognito.answering(), sameOrigin()).send(Route.SESSION, cookies).status();
  }

  private static List<String> refresh(String... cookies) {
    FakeCognito cognito = FakeCognito.refusing("NotAuthorizedException", "Invalid Refresh Token");
    var unused = Api.with(cognito, sameOrigin()).send(Route.REFRESH_SESSION, cookies);
    return cognito.requests().stream()
        .map(request -> ((GetTokensFromRefreshTokenRequest) request).refreshToken())
        .toList();
  }

  private static int login(Map<String, String> headers) {
    Map<String, Object> event = Api.event(Route.LOGIN.key(), Json.text(Api.Bodies.login()));
    event.put("headers", headers);
    return Api.with(FakeCognito.issuing("access", 3600)).send(Json.text(event)).status();
  }

  private static Map<String, String> sameOrigin() {
    Map<String, String> environment = Api.crossSite();
    environment.put("COOKIE_SHAPE", "SAME_ORIGIN");
    return environment;
  }
}

package io.github.cognitofirstlogin.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitofirstlogin.auth.contract.Route;
import io.github.cognitofirstlogin.auth.text.Json;
import io.github.cognitofirstlogin.leaks.Hostile;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every row of the rules against cross-site request forgery, including login CSRF. */
class OriginsTest {
  private static final String HOST = "api.example.com";

  /** Content type, origin, Sec-Fetch-Site, expected status; an empty cell is an absent header. */
  @ParameterizedTest
  @CsvSource({
    "application/json,,,200",
    "APPLICATION/JSON,,,200",
    "application/json; charset=utf-8,,,200",
    "application/json;charset=UTF-8,,,200",
    "'application/json; charset=\"utf-8\"',,,200",
    "application/json;charset=utf-16,,,415",
    "application/json-patch+json,,,415",
    "application/jsonx,,,415",
    "text/plain,,,415",
    "text/plain,https://evil.example,cross-site,415",
    "'text/plain; application/json',,,415",
    "'application/json, text/plain',,,415",
    "application/x-www-form-urlencoded,,,415",
    "multipart/form-data; boundary=x,,,415",
    ",,,200",
    ",https://app.example.com,,415",
    ",,same-origin,415",
    ",,none,415",
    "application/json,https://app.example.com,cross-site,200",
    "application/json,https://app.example.com,same-site,200",
    "application/json,http://localhost:5173,cross-site,200",
    "application/json,https://api.example.com,same-origin,200",
    "application/json,http://api.example.com,same-origin,403",
    "application/json,https://evil.example,cross-site,403",
    "application/json,https://app.example.com.evil.example,,403",
    "application/json,https://app.example.com:444,,403",
    "application/json,https://app.example.com/,,403",
    "application/json,HTTPS://APP.EXAMPLE.COM,,403",
    "application/json,http://localhost:5174,,403",
    "application/json,null,cross-site,403",
    "application/json,,cross-site,403",
    "application/json,,same-site,403",
    "application/json,,same-origin,200",
    "application/json,,none,200",
  })
  @Hostile({"B1", "B2", "B3", "B4", "B5", "B7"})
  void requestWithABodyPassesOnlyFromAPageThatMayCall(
      String contentType, String origin, String site, int status) {
    for (Route route : new Route[] {Route.LOGIN, Route.CHANGE_PASSWORD}) {
      FakeCognito cognito = FakeCognito.issuing("token", 60);

      var answer = send(cognito, route, headers(contentType, origin, site, null));

      assertThat(answer.status()).isEqualTo(status);
      assertThat(cognito.requests()).hasSize(status == 200 ? 1 : 0);
      if (status != 200) {
        assertThat(answer.code())
            .isEqualTo(status == 415 ? "unsupported_media_type" : "origin_not_allowed");
        assertThat(answer.cookies()).isEmpty();
      }
    }
  }

  /** Origin, Sec-Fetch-Site, X-Requested-With, expected status. */
  @ParameterizedTest
  @CsvSource({
    "https://app.example.com,cross-site,fetch,200",
    "https://api.example.com,same-origin,fetch,200",
    ",,fetch,200",
    "https://app.example.com,cross-site,,403",
    ",,,403",
    "https://evil.example,cross-site,fetch,403",
    ",cross-site,fetch,403",
    "null,,fetch,403",
  })
  @Hostile("B9")
  void signingOutNeedsAHeaderThatNoFormCanSend(
      String origin, String site, String requestedWith, int status) {
    var answer =
        send(FakeCognito.answering(), Route.SIGN_OUT, headers(null, origin, site, requestedWith));

    assertThat(answer.status()).isEqualTo(status);
  }

  @Test
  @Hostile("B9")
  void refreshNeedsTheHeaderToo() {
    var answer =
        send(
            FakeCognito.answering(),
            Route.REFRESH_SESSION,
            headers(null, "https://app.example.com", "cross-site", null));

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.code()).isEqualTo("header_missing");
  }

  @Test
  void readingNeedsNoHeaderButAPageThatMayCall() {
    FakeCognito cognito = FakeCognito.answering();

    assertThat(send(cognito, Route.PASSWORD_POLICY, Map.of()).status()).isEqualTo(200);
    assertThat(
            send(cognito, Route.PASSWORD_POLICY, headers(null, null, "same-origin", null)).status())
        .isEqualTo(200);
    assertThat(
            send(
                    cognito,
                    Route.PASSWORD_POLICY,
                    headers(null, "https://evil.example", "cross-site", null))
                .status())
        .isEqualTo(403);
  }

  /**
   * Host, origin, expected status. Over plain HTTP the API's own origin counts only on this
   * machine.
   */
  @ParameterizedTest
  @CsvSource({
    "localhost:8080,http://localhost:8080,200",
    "app.localhost:8080,http://app.localhost:8080,200",
    "127.0.0.1:8080,http://127.0.0.1:8080,200",
    "[::1]:8080,http://[::1]:8080,200",
    "localhost:8080,http://localhost:8081,403",
    "localhost:8080,http://127.0.0.1:8080,403",
    "rebound.example:8080,http://rebound.example:8080,403",
    "notlocalhost:8080,http://notlocalhost:8080,403",
    "API.example.com,https://api.example.com,200",
  })
  void ownOriginIsTheHostThatWasCalled(String host, String origin, int status) {
    Map<String, String> headers = headers("application/json", origin, "same-origin", null);
    headers.put("host", host);

    assertThat(send(FakeCognito.issuing("token", 60), Route.LOGIN, headers).status())
        .isEqualTo(status);
  }

  @Test
  @Hostile("E8")
  void headerNamesAreReadInAnyCase() {
    assertThat(
            send(
                    FakeCognito.issuing("token", 60),
                    Route.LOGIN,
                    Map.of("Content-Type", "application/json", "ORIGIN", "https://evil.example"))
                .status())
        .isEqualTo(403);
  }

  private static Map<String, String> headers(
      String contentType, String origin, String site, String requestedWith) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("host", HOST);
    headers.put("content-type", contentType);
    headers.put("origin", origin);
    headers.put("sec-fetch-site", site);
    headers.put("x-requested-with", requestedWith);
    headers.values().removeIf(java.util.Objects::isNull);
    return headers;
  }

  private static Api.Answer send(FakeCognito cognito, Route route, Map<String, String> headers) {
    var body =
        route == Route.LOGIN
            ? Json.text(Api.Bodies.login())
            : Json.text(Api.Bodies.changePassword());
    Map<String, Object> event =
        Api.event(route.key(), route.payload() == Route.Payload.JSON ? body : null);
    event.put("headers", headers);
    return Api.with(cognito).send(Json.text(event));
  }
}

package io.github.cognitofirstlogin.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitofirstlogin.auth.contract.ReplyHeaders;
import io.github.cognitofirstlogin.auth.contract.Route;
import io.github.cognitofirstlogin.auth.contract.Route.Payload;
import io.github.cognitofirstlogin.auth.text.Json;
import io.github.cognitofirstlogin.leaks.Hostile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The properties of every reply of every route, however the request ends. */
class EveryReplyTest {
  private static final Set<Integer> STATUSES =
      Set.of(200, 400, 401, 403, 404, 409, 413, 415, 429, 500, 501, 502, 503, 504);

  static Stream<Arguments> cognitos() {
    return Stream.of(
        Arguments.of("signs in", FakeCognito.issuing("token", 60)),
        Arguments.of("refuses", FakeCognito.refusing("NotAuthorizedException", "no")),
        Arguments.of("throttles", FakeCognito.refusing("TooManyRequestsException", "Rate")),
        Arguments.of("is misconfigured", FakeCognito.refusing("ResourceNotFoundException", "no")),
        Arguments.of("fails", FakeCognito.failing(FakeCognito.error(500, "InternalError", "no"))),
        Arguments.of("finds a fault of ours", FakeCognito.failing(new IllegalStateException())),
        Arguments.of("exhausts the stack", FakeCognito.failing(new StackOverflowError())));
  }

  @ParameterizedTest(name = "Cognito {0}")
  @MethodSource("cognitos")
  @Hostile({"B12", "B13", "E19"})
  void replyIsUncachedJsonAndSetsCookiesOnlyForACompleteSignIn(String name, FakeCognito cognito) {
    Api api = Api.with(cognito);
    for (Route route : Route.values()) {
      for (Map<String, Object> event : events(route)) {
        var answer = api.send(Json.text(event));

        assertThat(answer.status()).isIn(STATUSES);
        assertThat(answer.headers())
            .containsAllEntriesOf(ReplyHeaders.ALL)
            .doesNotContainKey("set-cookie");
        assertThat(answer.headers().get("cache-control"))
            .isEqualTo(
                route == Route.PASSWORD_POLICY && answer.status() == 200
                    ? "public, max-age=300"
                    : "no-store");
        assertThat(answer.message()).asString().isNotBlank();
        assertThat(answer.cookies())
            .allMatch(
                cookie -> answer.status() == 200 || cookie.toString().contains("; Max-Age=0; "));
        if (answer.status() != 200) {
          assertThat(answer.body()).containsKey("code").containsKey("requestId");
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  @Hostile({"B1", "B2", "B4"})
  void noRouteServesAForeignPageOrForm(Route route) {
    FakeCognito cognito = FakeCognito.issuing("token", 60);
    for (Map<String, String> headers :
        List.of(
            Map.of("origin", "https://evil.example", "content-type", "application/json"),
            Map.of("origin", "null", "content-type", "application/json"),
            Map.of("sec-fetch-site", "cross-site", "content-type", "application/json"),
            Map.of("content-type", "text/plain"),
            Map.of("content-type", "application/x-www-form-urlencoded"),
            Map.of("content-type", "multipart/form-data; boundary=x"))) {
      Map<String, Object> event = event(route);
      Map<String, String> all = new LinkedHashMap<>(headers);
      all.put("x-requested-with", "fetch");
      event.put("headers", all);

      var answer = Api.with(cognito).send(Json.text(event));

      assertThat(answer.status()).as("%s", headers).isIn(403, 415);
      assertThat(answer.cookies()).isEmpty();
    }
    assertThat(cognito.requests()).isEmpty();
  }

  private static List<Map<String, Object>> events(Route route) {
    Map<String, Object> tooLarge = event(route);
    tooLarge.put("body", "x".repeat(40_000));
    Map<String, Object> malformed = event(route);
    malformed.put("body", "{");
    Map<String, Object> empty = event(route);
    empty.put("body", "{}");
    Map<String, Object> form = event(route);
    form.put("headers", Map.of("content-type", "text/plain"));
    Map<String, Object> foreign = event(route);
    foreign.put("headers", Map.of("origin", "https://evil.example"));
    Map<String, Object> withoutHeaders = event(route);
    withoutHeaders.put("headers", Map.of());
    return List.of(event(route), tooLarge, malformed, empty, form, foreign, withoutHeaders);
  }

  /** A valid request. */
  private static Map<String, Object> event(Route route) {
    Map<String, Object> event =
        Api.event(
            route.key(), route.payload() == Payload.JSON ? Json.text(Api.Bodies.of(route)) : null);
    event.put("headers", Map.of("content-type", "application/json", "x-requested-with", "fetch"));
    event.put("cookies", List.of("accessToken=no-token", "refreshToken=a-refresh-token"));
    return event;
  }
}

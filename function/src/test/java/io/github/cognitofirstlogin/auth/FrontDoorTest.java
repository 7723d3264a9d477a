package io.github.cognitofirstlogin.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitofirstlogin.auth.contract.Route;
import io.github.cognitofirstlogin.auth.http.FrontDoor;
import io.github.cognitofirstlogin.auth.session.SigningKey;
import io.github.cognitofirstlogin.auth.text.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** With a front door, every direct request is refused. */
class FrontDoorTest {
  private static final String KEY = "0123456789abcdefghijklmnopqrstuvwxyzABCD";

  @ParameterizedTest
  @EnumSource
  void requestPastTheDoorIsRefusedOnEveryRoute(Route route) {
    var cognito = FakeCognito.answering();
    var answer = behindTheDoor(cognito).send(event(route.key(), Map.of()));

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.code()).isEqualTo("blocked");
    assertThat(answer.cookies()).isNullOrEmpty();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "wrong", KEY + "x", "0123456789abcdefghijklmnopqrstuvwxyzABCE"})
  void anotherKeyOpensNothing(String key) {
    var headers = new HashMap<String, String>();
    if (key != null) {
      headers.put("x-front-door-key", key);
    }

    assertThat(
            behindTheDoor(FakeCognito.answering())
                .send(event(Route.PASSWORD_POLICY.key(), headers))
                .status())
        .isEqualTo(403);
  }

  @Test
  void requestThroughTheDoorIsServedAndItsKeyNotLogged() {
    var api = behindTheDoor(FakeCognito.answering());

    assertThat(
            api.send(event(Route.PASSWORD_POLICY.key(), Map.of("x-front-door-key", KEY))).status())
        .isEqualTo(200);
    assertThat(api.log()).doesNotContain(KEY);
  }

  @Test
  void authorizerRefusesAValidSessionThatBypassesTheFrontDoor() throws IOException {
    var cookie = "accessToken=" + SigningKey.FIRST.token();

    assertThat(isAuthorized(Map.of(), cookie)).isEqualTo(false);
    assertThat(isAuthorized(Map.of("x-front-door-key", KEY), cookie)).isEqualTo(true);
  }

  private static Api behindTheDoor(FakeCognito cognito) {
    return Api.with(cognito, Api.environment("FRONT_DOOR_KEY", KEY));
  }

  private static String event(String routeKey, Map<String, String> headers) {
    var event = Api.event(routeKey, null);
    event.put("headers", headers);
    return Json.text(event);
  }

  private static Object isAuthorized(Map<String, String> headers, String cookie)
      throws IOException {
    var authorizer =
        new SessionAuthorizer(FrontDoor.of(KEY), "accessToken", SigningKey.FIRST.accessTokens());
    var output = new ByteArrayOutputStream();
    var event = Json.text(Map.of("version", "2.0", "headers", headers, "cookies", List.of(cookie)));
    authorizer.handleRequest(
        new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)),
        output,
        new LocalContext());
    return Json.object(output.toString(StandardCharsets.UTF_8)).get("isAuthorized");
  }
}

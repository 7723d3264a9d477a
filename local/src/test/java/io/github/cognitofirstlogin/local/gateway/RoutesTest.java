package io.github.cognitofirstlogin.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/LOGIN",
        "/login/",
        "//login",
        "/log%69n",
        "/%2e/login",
        "/login/.",
        "/./login",
        "/x/../login",
        "/",
        "",
        "*",
        "login",
        "/login;a=b",
        "/login%00",
        "/login%20"
      })
  void otherPathsAreOtherPaths(String path) {
    assertThat(routes("POST /login").match("POST", path)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"GET", "PUT", "DELETE", "HEAD", "TRACE", "OPTIONS", "CONNECT", "post", "QUERY"})
  void otherMethodsHaveNoRoute(String method) {
    assertThat(routes("POST /login").match(method, "/login")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "GET,  /pets/dog/1, GET /pets/dog/1",
    "GET,  /pets/dog/2, GET /pets/dog/{id}",
    "GET,  /pets/cat/1, GET /pets/{proxy+}",
    "GET,  /pets,       ANY /{proxy+}",
    "POST, /pets/dog/1, ANY /{proxy+}",
    "GET,  /,           $default",
  })
  void theMostExactRouteWinsWhateverTheOrder(String method, String path, String expected) {
    var keys =
        Arrays.asList(
            "$default",
            "ANY /{proxy+}",
            "GET /pets/{proxy+}",
            "GET /pets/dog/{id}",
            "GET /pets/dog/1");
    assertThat(served(keys, method, path)).isEqualTo(expected);
    Collections.reverse(keys);
    assertThat(served(keys, method, path)).isEqualTo(expected);
  }

  @Test
  void aNamedMethodWinsOverAny() {
    assertThat(served(List.of("ANY /x", "GET /x"), "GET", "/x")).isEqualTo("GET /x");
    assertThat(served(List.of("ANY /x", "GET /x"), "PUT", "/x")).isEqualTo("ANY /x");
  }

  @Test
  void pathVariablesAreDecoded() {
    var match = routes("GET /a/{id}/{rest+}").match("GET", "/a/x%20y+z/b/%C3%A9");
    assertThat(match.orElseThrow().pathParameters())
        .isEqualTo(Map.of("id", "x y+z", "rest", "b/é"));
  }

  @Test
  void aVariableIsNeverEmpty() {
    assertThat(routes("GET /a/{id}").match("GET", "/a/")).isEmpty();
    assertThat(routes("GET /a/{rest+}").match("GET", "/a/")).isEmpty();
    assertThat(routes("GET /a/{id}").match("GET", "/a/b/c")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "login", "POST login", "post /login", "POST  /login", "FETCH /x"})
  void malformedRouteKeyIsRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> new RouteKey(text));
  }

  private static String served(List<String> keys, String method, String path) {
    return routes(keys.toArray(String[]::new))
        .match(method, path)
        .orElseThrow()
        .route()
        .key()
        .text();
  }

  private static Routes routes(String... keys) {
    return new Routes(Arrays.stream(keys).map(RoutesTest::route).toList());
  }

  private static Routes.Route route(String key) {
    return new Routes.Route(
        new RouteKey(key),
        Optional.empty(),
        new Integration(event -> new CompletableFuture<>(), Duration.ofSeconds(1)),
        new Throttle(1, 1, System::nanoTime));
  }
}

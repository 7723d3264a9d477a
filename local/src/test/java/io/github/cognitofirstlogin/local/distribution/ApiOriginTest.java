package io.github.cognitofirstlogin.local.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitofirstlogin.userpool.http.Request;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ApiOriginTest {

  private static final ApiOrigin ORIGIN =
      new ApiOrigin(
          "api.execute-api.us-east-1.amazonaws.com", Map.of("x-front-door-key", "the door's own"));

  @Test
  void aForgedKeyNeverReachesTheApi() {
    var request =
        handedOn(
            List.of(
                Map.entry("X-Front-Door-Key", "forged"),
                Map.entry("x-front-door-key", "once more")));

    assertThat(values(request, "x-front-door-key")).containsExactly("the door's own");
  }

  @Test
  void theApiIsCalledByItsOwnName() {
    assertThat(values(handedOn(List.of(Map.entry("Host", "auth.example.com"))), "host"))
        .containsExactly("api.execute-api.us-east-1.amazonaws.com");
  }

  @Test
  void callersAddressIsTheLastOneDespiteForgedOnes() {
    assertThat(values(handedOn(List.of()), "x-forwarded-for")).containsExactly("198.51.100.7");
    assertThat(
            values(
                handedOn(List.of(Map.entry("X-Forwarded-For", "203.0.113.9"))), "x-forwarded-for"))
        .containsExactly("203.0.113.9, 198.51.100.7");
  }

  @Test
  void everythingElseIsHandedOnAsItCame() {
    var request = handedOn(List.of(Map.entry("Cookie", "a=b"), Map.entry("Accept", "*/*")));

    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.target()).isEqualTo("/api/login?x=1");
    assertThat(request.body()).containsExactly('{', '}');
    assertThat(request.headers()).contains(Map.entry("Cookie", "a=b"), Map.entry("Accept", "*/*"));
  }

  private static Request handedOn(List<Map.Entry<String, String>> headers) {
    return ORIGIN.request(
        new Request(
            "POST",
            "/api/login?x=1",
            headers,
            new byte[] {'{', '}'},
            new Request.Connection("198.51.100.7", 443, "HTTP/1.1")));
  }

  private static List<String> values(Request request, String name) {
    return request.headers().stream()
        .filter(header -> header.getKey().equalsIgnoreCase(name))
        .map(Map.Entry::getValue)
        .toList();
  }
}

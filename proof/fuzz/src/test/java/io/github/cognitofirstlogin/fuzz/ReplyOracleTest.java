package io.github.cognitofirstlogin.fuzz;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cognitofirstlogin.auth.FunctionUnderFuzz.Outcome;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The oracle of the fuzzer finds each kind of wrong reply. */
class ReplyOracleTest {
  private static final String GOOD =
      "{\"statusCode\":400,\"headers\":{\"content-type\":\"application/json; charset=utf-8\","
          + "\"cache-control\":\"no-store\",\"x-content-type-options\":\"nosniff\","
          + "\"strict-transport-security\":\"max-age=63072000; includeSubDomains\","
          + "\"content-security-policy\":\"default-src 'none'; frame-ancestors 'none'\","
          + "\"referrer-policy\":\"no-referrer\","
          + "\"cross-origin-resource-policy\":\"same-site\"},\"cookies\":[],\"body\":"
          + "\"{\\\"message\\\":\\\"No\\\",\\\"code\\\":\\\"no\\\",\\\"requestId\\\":\\\"1\\\"}\","
          + "\"isBase64Encoded\":false}";

  @Test
  void replyAsPromisedPasses() {
    assertThatCode(() -> check(GOOD, "{\"level\":\"INFO\"}")).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "400|418",
        "no-referrer|origin",
        "nosniff|sniff",
        "\"cache-control\"|\"set-cookie\"",
        "[]|[\"accessToken=t; Path=/; Max-Age=9; Secure; HttpOnly; SameSite=None; Partitioned\"]",
        "[]|[\"other=; Path=/; Max-Age=0\"]",
        "\\\"message\\\"|\\\"massage\\\"",
        "\\\"message\\\"|\\\"code\\\":\\\"yes\\\",\\\"message\\\"",
        "\\\"code\\\"|\\\"kode\\\"",
        "\\\"no\\\"|\\\"internal_error\\\"",
        "\\\"requestId\\\"|\\\"id\\\"",
        "No|Canary!",
        "false|true",
        "{\"statusCode\"|[{\"statusCode\"",
      })
  void replyThatIsNotIsFound(String good, String bad) {
    assertThatThrownBy(() -> check(GOOD.replace(good, bad), "")).isInstanceOf(AssertionError.class);
  }

  @Test
  void leakIntoTheLogIsFound() {
    assertThatThrownBy(() -> check(GOOD, "{\"level\":\"Canary!\"}"))
        .isInstanceOf(AssertionError.class);
  }

  private static void check(String response, String log) {
    ReplyOracle.check(new Outcome(response.getBytes(StandardCharsets.UTF_8), log), "Canary!");
  }
}

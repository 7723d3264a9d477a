package io.github.cognitofirstlogin.local.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.github.cognitofirstlogin.local.gateway.ProxyResponse.InvalidOutput;
import io.github.cognitofirstlogin.userpool.http.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyResponseTest {

  @Test
  void statusHeadersAndBodyAreTaken() throws InvalidOutput {
    var response =
        response(
            """
            {"statusCode": 400, "headers": {"Content-Type": "application/json", "X-N": 5, "X-Z": null},
             "body": "{\\"message\\":\\"é\\"}"}
            """);
    assertThat(response.status()).isEqualTo(400);
    assertThat(response.headers())
        .containsExactly(entry("content-type", "application/json"), entry("x-n", "5"));
    assertThat(response.body()).isEqualTo("{\"message\":\"é\"}".getBytes(UTF_8));
  }

  @Test
  void eachCookieIsASetCookieOfItsOwn() throws InvalidOutput {
    assertThat(response("{\"statusCode\":200,\"cookies\":[\"a=1; Path=/\",\"b=2, 3\"]}").headers())
        .contains(entry("set-cookie", "a=1; Path=/"), entry("set-cookie", "b=2, 3"));
  }

  @Test
  void aResponseWithoutATypeIsPlainText() throws InvalidOutput {
    assertThat(response("{\"statusCode\":200,\"body\":\"x\"}").headers())
        .containsExactly(entry("content-type", "text/plain; charset=utf-8"));
  }

  @Test
  void aBase64BodyIsDecoded() throws InvalidOutput {
    assertThat(response("{\"statusCode\":200,\"body\":\"/wA=\",\"isBase64Encoded\":true}").body())
        .isEqualTo(new byte[] {(byte) 0xff, 0});
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"message\":\"hi\"}", "\"hi\"", "[1]", "5", "null", "{}"})
  void anOutputWithoutAStatusIsTheBodyOfA200(String output) throws InvalidOutput {
    var response = response(output);
    assertThat(response.status()).isEqualTo(200);
    assertThat(response.headers()).containsExactly(entry("content-type", "application/json"));
    assertThat(response.body()).asString().isEqualTo(output);
  }

  @ParameterizedTest
  @ValueSource(strings = {"connection", "Content-Length", "transfer-encoding", "UPGRADE"})
  void functionCannotSetHeadersOfTheConnection(String name) throws InvalidOutput {
    assertThat(response("{\"statusCode\":200,\"headers\":{\"" + name + "\":\"1\"}}").headers())
        .extracting(header -> header.getKey().toLowerCase())
        .doesNotContain(name.toLowerCase());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"statusCode\":\"200\"}",
        "{\"statusCode\":null}",
        "{\"statusCode\":0}",
        "{\"statusCode\":100}",
        "{\"statusCode\":600}",
        "{\"statusCode\":200.5}",
        "{\"statusCode\":99999999999}",
        "{\"statusCode\":200,\"body\":{\"a\":1}}",
        "{\"statusCode\":200,\"headers\":[]}",
        "{\"statusCode\":200,\"headers\":{\"a\":[\"b\"]}}",
        "{\"statusCode\":200,\"headers\":{\"a\":\"b\\r\\nset-cookie: c\"}}",
        "{\"statusCode\":200,\"headers\":{\"a b\":\"c\"}}",
        "{\"statusCode\":200,\"headers\":{\"\":\"c\"}}",
        "{\"statusCode\":200,\"cookies\":\"a=b\"}",
        "{\"statusCode\":200,\"cookies\":[{\"a\":1}]}",
        "{\"statusCode\":200,\"cookies\":[\"a=b\\nc: d\"]}",
        "{\"statusCode\":200,\"body\":\"?\",\"isBase64Encoded\":true}",
        "{\"statusCode\":200",
        "hello secret-canary",
      })
  void anInvalidOutputIsRefusedAndNotQuoted(String output) {
    assertThatThrownBy(() -> response(output))
        .isInstanceOf(InvalidOutput.class)
        .hasMessageNotContaining("canary");
  }

  private static Response response(String output) throws InvalidOutput {
    return ProxyResponse.of(output.getBytes(UTF_8));
  }
}

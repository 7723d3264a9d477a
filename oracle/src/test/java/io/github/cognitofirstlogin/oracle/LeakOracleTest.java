package io.github.cognitofirstlogin.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Plants a secret everywhere it must not be, and sees the test that did it fail. */
class LeakOracleTest {
  private static final String PASSWORD = "My \"own\" Passw0rd!";

  /** Tests of somebody who is careless; run by hand below, and by nothing else. */
  static class Careless {
    @Test
    void prints() {
      send();
      System.out.println(PASSWORD);
    }

    @Test
    void printsOnStderr() {
      send();
      System.err.println("it was " + PASSWORD);
    }

    @Test
    void logs() {
      send();
      Watch.current().logged("{\"p\":\"My \\\"own\\\" Passw0rd!\"}");
    }

    @Test
    void logsBeforeItSends() {
      Watch.current().logged(PASSWORD);
      send();
    }

    @Test
    void replies() {
      send();
      Watch.current().received(400, Map.of(), "{\"message\":\"not " + PASSWORD + "\"}");
    }

    @Test
    void repliesInAHeader() {
      send();
      Watch.current().received(200, Map.of("Location", List.of("/?p=" + PASSWORD)), "{}");
    }

    @Test
    void putsATokenIntoTheBodyToo() {
      Watch.current()
          .received(
              200,
              Map.of("set-cookie", List.of("accessToken=eyJraWQiOiJx.eyJz.c2ln; Path=/")),
              "{\"message\":\"ok\",\"token\":\"eyJraWQiOiJx.eyJz.c2ln\"}");
    }

    @Test
    void repeatsASession() {
      Watch.current()
          .received(
              200,
              Map.of(),
              "{\"challengeName\":\"SMS_MFA\",\"session\":\"AYABeMr7-VHYy7Og\",\"log\":\"AYABeMr7-VHYy7Og\"}");
    }

    @Test
    void throwsIt() {
      send();
      throw new IllegalStateException("x", new IllegalArgumentException("bad " + PASSWORD));
    }

    @Test
    void isCareful() {
      send();
      System.out.println("done");
      Watch.current().logged("{\"code\":\"ok\"}");
      Watch.current()
          .received(
              200,
              Map.of("set-cookie", List.of("accessToken=eyJraWQiOiJx.eyJz.c2ln; Path=/")),
              "{\"challengeName\":\"SMS_MFA\",\"session\":\"AYABeMr7-VHYy7Og\"}");
    }

    private static void send() {
      Watch.current()
          .sent(
              "{\"username\":\"me\",\"password\":\"My \\\"own\\\" Passw0rd!\",\"code\":\"123456\"}",
              List.of());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "prints",
        "printsOnStderr",
        "logs",
        "logsBeforeItSends",
        "replies",
        "repliesInAHeader",
        "putsATokenIntoTheBodyToo",
        "repeatsASession"
      })
  void testThatLeaksFails(String test) {
    assertThat(failure(test)).contains("The leak oracle found a secret of ");
  }

  @Test
  void exceptionThatQuotesASecretIsNamed() {
    assertThat(failure("throwsIt")).contains("an exception's text");
  }

  @Test
  void testThatDoesNotLeakPasses() {
    assertThat(failure("isCareful")).isEmpty();
  }

  static Stream<UnaryOperator<String>> forms() {
    return Stream.of(
        secret -> secret,
        secret -> URLEncoder.encode(secret, StandardCharsets.UTF_8),
        secret -> secret.replace("\"", "\\\""),
        secret -> base64(secret),
        secret -> base64("a" + secret + "bc"),
        secret -> base64("ab" + secret + "c"),
        secret -> new StringBuilder(secret.substring(0, 12)).reverse().toString());
  }

  @ParameterizedTest
  @MethodSource("forms")
  void secretIsFoundInEveryForm(UnaryOperator<String> form) {
    var watch = new Watch();
    watch.secret(PASSWORD);
    watch.logged("before " + form.apply(PASSWORD) + " after");

    assertThat(watch.leaks()).containsExactly("a secret of 18 characters in the log");
  }

  @Test
  void codeIsFoundAsAWordOfItsOwn() {
    var watch = new Watch();
    watch.secret("123456");
    watch.logged("{\"Timestamp\":1712345678,\"id\":\"a-123456-b\"}");
    assertThat(watch.leaks()).isEmpty();

    watch.logged("the code 123456 is wrong");
    assertThat(watch.leaks()).isNotEmpty();
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Of the careless test by that name; empty where it passes. */
  private static String failure(String test) {
    var text = new StringBuilder();
    EngineTestKit.engine("junit-jupiter")
        .configurationParameter("junit.jupiter.extensions.autodetection.enabled", "true")
        .selectors(selectMethod(Careless.class, test))
        .execute()
        .testEvents()
        .failed()
        .stream()
        .flatMap(
            event ->
                event
                    .getRequiredPayload(org.junit.platform.engine.TestExecutionResult.class)
                    .getThrowable()
                    .stream())
        .forEach(
            failure -> {
              text.append(failure.getMessage());
              for (var also : failure.getSuppressed()) {
                text.append(also.getMessage());
              }
            });
    return text.toString();
  }
}

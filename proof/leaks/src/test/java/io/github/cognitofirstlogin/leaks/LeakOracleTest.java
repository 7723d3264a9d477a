package io.github.cognitofirstlogin.leaks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Puts a secret into every wrong place, and checks that the oracle fails the test that did it. */
class LeakOracleTest {
  private static final String PASSWORD = "My \"own\" Passw0rd!";

  /** Tests that leak a secret. Only the tests below run them. */
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
    void repliesInTheNameOfAHeader() {
      send();
      Watch.current().received(200, Map.of("x-" + PASSWORD, List.of("1")), "{}");
    }

    @Test
    void issuesThePasswordAsAToken() {
      send();
      Watch.current().received(200, Map.of("set-cookie", List.of("accessToken=" + PASSWORD)), "{}");
    }

    @Test
    void issuesASessionWithThePasswordInIt() {
      send();
      Watch.current()
          .received(
              200,
              Map.of(),
              "{\"challengeName\":\"SMS_MFA\",\"session\":\"AYAB %s\"}"
                  .formatted(PASSWORD.replace("\"", "\\\"")));
    }

    @Test
    void suppressesIt() {
      send();
      var failure = new IllegalStateException("x");
      var cause = new IllegalArgumentException(failure);
      cause.addSuppressed(new IllegalStateException("bad " + PASSWORD));
      failure.initCause(cause);
      throw failure;
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

  /** The first test of this class leaves a thread behind, which prints during the second test. */
  @TestMethodOrder(MethodOrderer.MethodName.class)
  static class Haunted {
    private static final CountDownLatch SAID = new CountDownLatch(1);
    private static Thread ghost = new Thread();

    @Test
    void first() {
      Careless.send();
      ghost =
          new Thread(
              () -> {
                await(SAID);
                System.out.println(PASSWORD);
              });
      ghost.start();
    }

    @Test
    void second() throws InterruptedException {
      SAID.countDown();
      ghost.join();
    }

    private static void await(CountDownLatch latch) {
      try {
        latch.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** The set-up for all of its tests. */
  static class CarelessFromTheStart {
    @BeforeAll
    static void start() {
      Careless.send();
      Watch.current().logged(PASSWORD);
    }

    @Test
    void isCareful() {}
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
        "repliesInTheNameOfAHeader",
        "issuesThePasswordAsAToken",
        "issuesASessionWithThePasswordInIt",
        "putsATokenIntoTheBodyToo",
        "repeatsASession"
      })
  void testThatLeaksFails(String test) {
    assertThat(failure(test)).contains("The leak oracle found a secret of ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"throwsIt", "suppressesIt"})
  void exceptionThatQuotesASecretIsNamed(String test) {
    assertThat(failure(test)).contains("an exception's text");
  }

  @Test
  void threadThatOutlivesItsTestIsHeard() {
    assertThat(failures(selectClass(Haunted.class)))
        .contains("The leak oracle found a secret of ")
        .contains("what was printed");
  }

  @Test
  void setUpOfATestClassIsWatched() {
    assertThat(failures(selectClass(CarelessFromTheStart.class))).contains("in the log");
  }

  @Test
  void testsAtTheSameTimeAreRefused() {
    assertThat(
            failures(
                selectMethod(Careless.class, "isCareful"),
                "junit.jupiter.execution.parallel.enabled",
                "true"))
        .contains("one test at a time");
  }

  @Test
  void testThatDoesNotLeakPasses() {
    assertThat(failure("isCareful")).isEmpty();
  }

  static Stream<UnaryOperator<String>> forms() {
    return Stream.of(
        secret -> secret,
        secret -> URLEncoder.encode(secret, StandardCharsets.UTF_8),
        secret -> URLEncoder.encode(secret, StandardCharsets.UTF_8).replace("+", "%20"),
        secret -> secret.replace("\"", "\\\""),
        secret -> secret.replace("\"", "\\\\\\\""),
        secret -> secret.replace("o", "\\u006f").replace("\"", "\\u0022"),
        secret -> secret.replace("P", "\\u0050").replace("\"", "\\\"").replace("!", "\\u0021"),
        secret -> base64Url(secret),
        secret -> base64Url("ab" + secret),
        secret -> base64(secret),
        secret -> base64("a" + secret + "bc"),
        secret -> base64("ab" + secret + "c"),
        secret -> new StringBuilder(secret.substring(0, 12)).reverse().toString());
  }

  @ParameterizedTest
  @MethodSource("forms")
  void secretIsFoundInEveryForm(UnaryOperator<String> form) {
    var watch = new Watch(null);
    watch.secret(PASSWORD);
    watch.logged("before " + form.apply(PASSWORD) + " after");

    assertThat(watch.leaks()).containsExactly("a secret of 18 characters in the log");
  }

  @Test
  void shortSecretIsFoundAsAWordOfItsOwn() {
    var watch = new Watch(null);
    watch.secret("Temp0!");
    watch.secret("aTemp01b");
    watch.logged("{\"name\":\"xTemp0!\"}");
    assertThat(watch.leaks()).isEmpty();

    watch.logged("it was Temp0!");
    assertThat(watch.leaks()).containsExactly("a secret of 6 characters in the log");
  }

  @Test
  void tokenIsFoundInEitherAlphabetOfBase64() {
    var token = "~~~???>>>token-_-";
    var watch = new Watch(null);
    watch.secret(token);
    watch.logged(base64Url(token));
    assertThat(watch.leaks()).hasSize(1);
  }

  @Test
  void codeIsFoundAsAWordOfItsOwn() {
    var watch = new Watch(null);
    watch.secret("123456");
    watch.logged("{\"Timestamp\":1712345678,\"id\":\"a-123456-b\"}");
    assertThat(watch.leaks()).isEmpty();

    watch.logged("the code 123456 is wrong");
    assertThat(watch.leaks()).isNotEmpty();
  }

  private static String base64Url(String text) {
    return Base64.getUrlEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The failure of the leaking test with this name; empty if the test passes. */
  private static String failure(String test) {
    return failures(selectMethod(Careless.class, test));
  }

  /** {@code parameters} are names and values in turn. */
  private static String failures(DiscoverySelector selector, String... parameters) {
    var engine =
        EngineTestKit.engine("junit-jupiter")
            .configurationParameter("junit.jupiter.extensions.autodetection.enabled", "true");
    for (var i = 0; i < parameters.length; i += 2) {
      engine.configurationParameter(parameters[i], parameters[i + 1]);
    }
    var text = new StringBuilder();
    engine.selectors(selector).execute().allEvents().failed().stream()
        .flatMap(
            event -> event.getRequiredPayload(TestExecutionResult.class).getThrowable().stream())
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

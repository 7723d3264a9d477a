package io.github.cognitofirstlogin.local.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cognitofirstlogin.local.gateway.PayloadTooLarge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalFunctionTest {

  private static final String HANDLER = SampleHandler.class.getName();

  @TempDir private Path directory;

  private final BlockingQueue<String> log = new LinkedBlockingQueue<>();

  @Test
  void theOutputIsTheHandlers() throws Exception {
    try (var function = function(Duration.ofMinutes(1))) {
      assertThat(output(function, "hello")).isEqualTo("hello");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "com.fasterxml.jackson.databind.ObjectMapper, absent",
    "io.netty.channel.Channel, absent",
    "picocli.CommandLine, absent",
    "io.github.cognitofirstlogin.local.lambda.LocalFunction, absent",
    "io.github.cognitofirstlogin.local.lambda.SampleHandler, own",
    "com.amazonaws.services.lambda.runtime.Context, shared",
    "java.net.http.HttpClient, shared",
    "javax.sql.DataSource, shared",
  })
  void theHandlerSeesItsJarLambdaAndTheJdkOnly(String name, String expected) throws Exception {
    try (var function = function(Duration.ofMinutes(1))) {
      assertThat(output(function, "load " + name)).isEqualTo(expected);
    }
  }

  @Test
  void theEnvironmentIsTheDeployedOneAndLambdasOwn() throws Exception {
    try (var function = function(Duration.ofMinutes(1))) {
      assertThat(output(function, "env DEPLOYED")).isEqualTo("yes");
      assertThat(output(function, "env AWS_REGION")).isEqualTo("eu-west-1");
      assertThat(output(function, "env AWS_LAMBDA_FUNCTION_NAME")).isEqualTo("name");
      assertThat(output(function, "env PATH")).isEqualTo("null");
    }
  }

  @Test
  void theContextIsTheFunctions() throws Exception {
    try (var function = function(Duration.ofMinutes(1))) {
      assertThat(output(function, "context")).isEqualTo("name arn 512 true");
    }
  }

  @Test
  void logLinesArePassedOn() throws Exception {
    try (var function = function(Duration.ofMinutes(1))) {
      output(function, "log é");
      assertThat(log).containsExactly("é", "é");
    }
  }

  @ParameterizedTest
  @CsvSource({"throw, thrown", "error, StackOverflowError"})
  void aHandlerThatThrowsIsAFunctionError(String event, String message) throws Exception {
    try (var function = function(Duration.ofMinutes(1))) {
      assertThatThrownBy(() -> output(function, event))
          .cause()
          .isInstanceOf(FunctionError.class)
          .hasMessageContaining(message);
      assertThat(output(function, "still-there")).isEqualTo("still-there");
    }
  }

  @Test
  void aHandlerThatTakesTooLongIsStopped() throws Exception {
    try (var function = function(Duration.ofMillis(100))) {
      assertThatThrownBy(() -> output(function, "sleep"))
          .cause()
          .isInstanceOf(FunctionError.class)
          .hasMessageContaining("timed out after");
      assertThat(log.poll(10, TimeUnit.SECONDS)).isEqualTo("interrupted");
    }
  }

  @Test
  void payloadsOfMoreThan6MegabytesAreRefusedBothWays() throws Exception {
    try (var function = function(Duration.ofMinutes(1))) {
      assertThatThrownBy(() -> output(function, "x".repeat(6 * 1024 * 1024 + 1)))
          .cause()
          .isInstanceOf(PayloadTooLarge.class);
      assertThatThrownBy(() -> output(function, "flood " + (6 * 1024 * 1024 + 1)))
          .cause()
          .isInstanceOf(FunctionError.class);
      assertThat(output(function, "flood " + 6 * 1024 * 1024)).hasSize(6 * 1024 * 1024);
    }
  }

  @Test
  void handlerThatCannotStartNamesTheReason() throws IOException {
    var settings = settings(HANDLER, Duration.ofSeconds(1), Map.of("FAIL", "yes"));
    assertThatThrownBy(() -> LocalFunction.start(settings, "eu-west-1", log::add))
        .isInstanceOf(FunctionError.class)
        .hasMessageContaining("environment variable X is not set");
  }

  @Test
  void aHandlerThatIsNotInTheJarIsNamed() throws IOException {
    var settings = settings("no.such.Handler::handleRequest", Duration.ofSeconds(1), Map.of());
    assertThatThrownBy(() -> LocalFunction.start(settings, "eu-west-1", log::add))
        .isInstanceOf(FunctionError.class)
        .hasMessageContaining("no.such.Handler");
  }

  private static String output(LocalFunction function, String event) throws Exception {
    return new String(function.invoke(event.getBytes(UTF_8)).get(1, TimeUnit.MINUTES), UTF_8);
  }

  private LocalFunction function(Duration timeout) throws IOException {
    return LocalFunction.start(
        settings(HANDLER + "::handleRequest", timeout, Map.of("DEPLOYED", "yes")),
        "eu-west-1",
        log::add);
  }

  private FunctionSettings settings(
      String handler, Duration timeout, Map<String, String> environment) throws IOException {
    return new FunctionSettings("name", "arn", jar(), handler, timeout, 512, environment);
  }

  private Path jar() throws IOException {
    var jar = directory.resolve("function with spaces.jar");
    var entry = HANDLER.replace('.', '/') + ".class";
    try (var out = new JarOutputStream(Files.newOutputStream(jar));
        var in = SampleHandler.class.getClassLoader().getResourceAsStream(entry)) {
      out.putNextEntry(new JarEntry(entry));
      in.transferTo(out);
      out.closeEntry();
    }
    return jar;
  }
}

package io.github.cognitofirstlogin.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitofirstlogin.auth.cognito.Certificates;
import io.github.cognitofirstlogin.auth.cognito.TlsServer;
import io.github.cognitofirstlogin.auth.cognito.Wire;
import io.github.cognitofirstlogin.auth.contract.Route;
import io.github.cognitofirstlogin.auth.text.Json;
import io.github.cognitofirstlogin.leaks.Hostile;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The deployed jar in its own process under Lambda's real runtime client, whose native part exists
 * only for Linux.
 */
@EnabledOnOs(OS.LINUX)
class LambdaRuntimeIT {
  private static final int REQUESTS = 100;

  /**
   * The number of classes that the first reply loads, by the version of the JDK, plus one percent.
   * More than half of them are the JDK's own, which differ in each version.
   */
  private static final int MOST_CLASSES = Runtime.version().feature() < 25 ? 4_280 : 4_540;

  private static final int FREEZES = 25;

  /** In two pieces; the second piece waits for the acknowledgement of the first. */
  private static final int EVENT_ARRIVES_MILLIS = 80;

  private static final String TOKENS =
      "{\"AuthenticationResult\":{\"AccessToken\":\"token\",\"ExpiresIn\":3600}}";

  /** In both character widths. */
  private static final Pattern CANARY =
      Pattern.compile("C\0?a\0?n\0?a\0?r\0?y\0?-\0?\\d\0?\\d\0?\\d");

  @TempDir Path directory;

  @Test
  void deployedJarServesUnderTheRealRuntimeClient() throws Exception {
    try (RuntimeApi lambda = new RuntimeApi()) {
      Process function = start(lambda, Api.ENVIRONMENT);
      try {
        assertThat(lambda.invoke(Json.text(Api.event("GET /nothing", null))))
            .startsWith("response {\"statusCode\":404,");
        // No server listens at the endpoint. The whole client is loaded and used, and the function
        // continues.
        assertThat(
                lambda.invoke(
                    Json.text(Api.event(Route.LOGIN.key(), Json.text(Api.Bodies.login())))))
            .startsWith("response {\"statusCode\":503,")
            .contains("upstream_unavailable");
        assertThat(lambda.invoke("null")).startsWith("response {\"statusCode\":400,");
      } finally {
        stop(function);
      }
      assertThat(log().lines().filter(line -> line.contains("\"route\":\"POST /login\"")))
          .hasSize(1)
          .allSatisfy(line -> assertThat(Json.object(line)).containsEntry("status", 503.0));
      assertThat(log()).doesNotContain("SLF4J").doesNotContain("Temp0rary");
    }
  }

  @Test
  @Hostile("S1")
  void startWithoutAClientIdFailsByItsName() throws Exception {
    try (RuntimeApi lambda = new RuntimeApi()) {
      Map<String, String> environment = new HashMap<>(Api.ENVIRONMENT);
      environment.remove("USER_POOL_CLIENT_ID");
      Process function = start(lambda, environment);
      try {
        assertThat(lambda.outcome())
            .startsWith("init/error ")
            .contains("environment variable USER_POOL_CLIENT_ID is not set");
      } finally {
        stop(function);
      }
    }
  }

  @Test
  @Hostile("L2")
  void loggingThatIsAskedForIsNotDone() throws Exception {
    Path everything = directory.resolve("logging.properties");
    Files.writeString(
        everything,
        """
        .level=ALL
        handlers=java.util.logging.ConsoleHandler
        java.util.logging.ConsoleHandler.level=ALL
        """);
    Map<String, String> environment = new HashMap<>(Api.ENVIRONMENT);
    environment.put(
        "JAVA_TOOL_OPTIONS",
        "-Djava.util.logging.config.file=%s -Dorg.slf4j.simpleLogger.defaultLogLevel=trace"
            .formatted(everything));
    try (RuntimeApi lambda = new RuntimeApi();
        RefusingCognito cognito = new RefusingCognito()) {
      environment.put("AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER", cognito.url());
      Process function = start(lambda, environment);
      try {
        assertThat(lambda.invoke(login("Canary-000-Passw0rd")))
            .startsWith("response {\"statusCode\":401,");
      } finally {
        stop(function);
      }
    }
    assertThat(log())
        .contains("\"route\":\"POST /login\"")
        .doesNotContain("software.amazon.awssdk.request")
        .doesNotContain("Canary");
  }

  /** The process may not write a single byte to any file, not even as root. */
  @Test
  @Hostile("S6")
  void functionWritesNoFile() throws Exception {
    Map<String, String> environment = new HashMap<>(Api.ENVIRONMENT);
    environment.put("JAVA_TOOL_OPTIONS", "-XX:-UsePerfData");
    try (RuntimeApi lambda = new RuntimeApi();
        RefusingCognito cognito = new RefusingCognito()) {
      environment.put("AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER", cognito.url());
      ProcessBuilder function =
          function(lambda, environment, "sh", "-c", "ulimit -f 0 && exec \"$0\" \"$@\"");
      Process process = function.redirectOutput(ProcessBuilder.Redirect.PIPE).start();
      lambda.watch(
          process,
          () -> new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
      try {
        assertThat(lambda.invoke(login("Canary-000-Passw0rd")))
            .startsWith("response {\"statusCode\":401,");
        assertThat(lambda.invoke(Json.text(Api.event(Route.SESSION.key(), null))))
            .startsWith("response {\"statusCode\":401,");
      } finally {
        stop(process);
      }
    }
  }

  /** Lambda stops a function between two requests, and meanwhile its connections end. */
  @Test
  @Hostile("F16")
  void connectionThatEndedDuringAFreezeLosesNoLogin() throws Exception {
    Map<String, String> environment = new HashMap<>(Api.ENVIRONMENT);
    try (RuntimeApi lambda = new RuntimeApi();
        Wire cognito = Wire.keepingAlive(Wire.json(200, TOKENS))) {
      environment.put("AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER", cognito.url());
      Process function = start(lambda, environment);
      try {
        String event = login("Temp0rary-Passw0rd");
        assertThat(lambda.invoke(event)).startsWith("response {\"statusCode\":200,");
        for (int i = 0; i < FREEZES; i++) {
          signal(function, "STOP");
          cognito.closeIdleConnections();
          awaitDelivered(URI.create(cognito.url()).getPort());
          lambda.send(event);
          Thread.sleep(EVENT_ARRIVES_MILLIS);
          signal(function, "CONT");
          assertThat(lambda.outcome()).startsWith("response {\"statusCode\":200,");
        }
        assertThat(cognito.requests()).hasSize(1 + FREEZES);
      } finally {
        stop(function);
      }
    }
  }

  /** With half of the smallest function's memory. */
  @Test
  @Hostile({"L8", "S6"})
  void instanceForgetsThePasswordsOfEarlierRequests() throws Exception {
    Map<String, String> environment = new HashMap<>(Api.ENVIRONMENT);
    environment.put("JAVA_TOOL_OPTIONS", "-Xmx64m");
    Path dump = directory.resolve("heap.hprof");
    try (RuntimeApi lambda = new RuntimeApi();
        RefusingCognito cognito = new RefusingCognito()) {
      environment.put("AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER", cognito.url());
      Process function = start(lambda, environment);
      try {
        for (int i = 0; i < REQUESTS; i++) {
          assertThat(lambda.invoke(login("Canary-%03d-Passw0rd".formatted(i))))
              .startsWith("response {\"statusCode\":401,");
        }
        dumpHeap(function, dump);
      } finally {
        stop(function);
      }
    }
    // The remaining secrets are in buffers, which later requests overwrite.
    assertThat(
            CANARY
                .matcher(Files.readString(dump, StandardCharsets.ISO_8859_1))
                .results()
                .map(MatchResult::group)
                .map(canary -> canary.replace("\0", ""))
                .distinct())
        .hasSizeLessThan(REQUESTS / 10);
  }

  /**
   * Class loading takes most of a cold start, and the number of classes is stable, unlike the time.
   */
  @Test
  void firstReplyLoadsNoMoreClassesThanItDid() throws Exception {
    Path loaded = directory.resolve("loaded");
    var certificates = new Certificates(directory);
    certificates.signed("cognito", "localhost", "-1d");
    List<String> options = new ArrayList<>(certificates.options());
    options.add("-Xlog:class+load:file=" + loaded);
    Map<String, String> environment = new HashMap<>(Api.ENVIRONMENT);
    environment.put("JAVA_TOOL_OPTIONS", String.join(" ", options));
    try (RuntimeApi lambda = new RuntimeApi();
        TlsServer cognito = new TlsServer(certificates.server("cognito"))) {
      environment.put("AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER", cognito.url());
      Process function = start(lambda, environment);
      try {
        assertThat(
                lambda.invoke(
                    Json.text(
                        Api.event(
                            Route.CHANGE_PASSWORD.key(), Json.text(Api.Bodies.changePassword())))))
            .startsWith("response {\"statusCode\":200,");
      } finally {
        stop(function);
      }
    }
    try (Stream<String> lines = Files.lines(loaded)) {
      assertThat(lines.filter(line -> line.contains(" source: ")).count())
          .isBetween(1_000L, (long) MOST_CLASSES);
    }
  }

  private static String login(String password) {
    return Json.text(
        Api.event(Route.LOGIN.key(), Json.text(Map.of("username", "shiun", "password", password))));
  }

  private static void signal(Process function, String name)
      throws IOException, InterruptedException {
    Process kill = new ProcessBuilder("sh", "-c", "kill -" + name + " " + function.pid()).start();
    assertThat(kill.waitFor()).isZero();
  }

  /**
   * Waits until the kernel has told the other side that its connections to this port ended, which a
   * busy machine does late. Only Linux can be asked for it.
   */
  private static void awaitDelivered(int port) throws IOException, InterruptedException {
    Pattern open = Pattern.compile(" *\\d+: \\S+ \\w+:%04X 01 .*".formatted(port));
    for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
      Path file = Path.of(table);
      while (Files.exists(file)
          && Files.readAllLines(file).stream().anyMatch(open.asMatchPredicate())) {
        Thread.sleep(1);
      }
    }
  }

  private static void dumpHeap(Process function, Path file)
      throws IOException, InterruptedException {
    Process jcmd =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                Long.toString(function.pid()),
                "GC.heap_dump",
                file.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(jcmd.waitFor()).as(said).isZero();
  }

  private Process start(RuntimeApi lambda, Map<String, String> settings) throws IOException {
    Process process = function(lambda, settings).start();
    lambda.watch(process, this::log);
    return process;
  }

  /**
   * @param wrapper a command that starts the following command
   */
  private ProcessBuilder function(
      RuntimeApi lambda, Map<String, String> settings, String... wrapper) throws IOException {
    List<String> command = new ArrayList<>(List.of(wrapper));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(RuntimeClient.arguments(directory, AuthHandler.class));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("log").toFile());
    Map<String, String> environment = builder.environment();
    environment.clear();
    environment.put("AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER", "http://127.0.0.1:1");
    environment.putAll(settings);
    environment.put("AWS_LAMBDA_RUNTIME_API", lambda.address());
    environment.put("AWS_LAMBDA_FUNCTION_NAME", "auth");
    environment.put("AWS_LAMBDA_FUNCTION_VERSION", "1");
    environment.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1024");
    environment.put("AWS_LAMBDA_LOG_GROUP_NAME", "auth");
    environment.put("AWS_LAMBDA_LOG_STREAM_NAME", "1");
    environment.put("AWS_LAMBDA_LOG_FORMAT", "JSON");
    return builder;
  }

  private static void stop(Process function) throws InterruptedException {
    function.destroy();
    if (!function.waitFor(5, TimeUnit.SECONDS)) {
      function.destroyForcibly().waitFor();
    }
  }

  private String log() throws IOException {
    return Files.readString(directory.resolve("log"));
  }
}

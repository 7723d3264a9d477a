package io.github.cognitofirstlogin.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.cognitofirstlogin.auth.cognito.Certificates;
import io.github.cognitofirstlogin.auth.contract.Route;
import io.github.cognitofirstlogin.auth.text.Json;
import io.github.cognitofirstlogin.leaks.Hostile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Runs the deployed jar and its snapshot hooks under Lambda's real runtime client, and inspects the
 * process at the moment of the snapshot.
 */
@EnabledOnOs(OS.LINUX)
class SnapshotIT {
  private static final String TOKENS =
      "{\"AuthenticationResult\":{\"AccessToken\":\"token\",\"ExpiresIn\":3600},"
          + "\"UserPoolClient\":{\"ClientSecret\":\"the-client-secret\"}}";

  /** The public document of a user pool. */
  private static final String KEYS =
      "/" + Api.ENVIRONMENT.get("USER_POOL_ID") + "/.well-known/jwks.json";

  @TempDir Path directory;

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final List<String> signatures = new CopyOnWriteArrayList<>();
  private HttpServer aws;

  @BeforeEach
  void startAws() throws IOException {
    aws = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    aws.createContext("/", this::answer);
    aws.start();
  }

  @AfterEach
  void stopAws() {
    aws.stop(0);
  }

  @Test
  @Hostile("Q8")
  void snapshotHoldsNoCredentialAndTheRestoredFunctionReadsTheSecretWithItsOwn() throws Exception {
    try (RuntimeApi lambda = new RuntimeApi()) {
      Process function = start(lambda, url());
      try {
        lambda.awaitSnapshot();

        assertThat(asked).containsExactly(KEYS);
        assertThat(signatures).isEmpty();
        assertThat(living(function))
            .contains(AuthHandler.class.getName())
            .doesNotContain("io.github.cognitofirstlogin.auth.RehearsalContext")
            .doesNotContain("io.github.cognitofirstlogin.auth.cognito.CannedCognito")
            .doesNotContain("io.github.cognitofirstlogin.auth.cognito.UserPool")
            .doesNotContain("io.github.cognitofirstlogin.auth.cognito.Attempts")
            .doesNotContain("io.github.cognitofirstlogin.auth.session.CannedTokens")
            .doesNotContain("io.github.cognitofirstlogin.auth.http.Request")
            .doesNotContain("software.amazon.awssdk.auth.credentials.AwsSessionCredentials");

        lambda.restore();
        assertThat(login(lambda)).startsWith("response {\"statusCode\":200,");
        assertThat(asked)
            .containsExactly(KEYS, "/credentials", "DescribeUserPoolClient", "InitiateAuth");
        assertThat(signatures).hasSize(1).allMatch(header -> header.contains("after-restore"));
      } finally {
        stop(function);
      }
      // The first request is the first line of the log, and a cold start.
      assertThat(requests()).hasSize(1);
      assertThat(requests().get(0)).contains("\"coldStart\":true");
    }
  }

  @ParameterizedTest
  @ValueSource(classes = {AuthHandler.class, SessionAuthorizer.class})
  void cognitoIsGreetedBeforeTheSnapshotAndNothingOfItStays(Class<?> handler) throws Exception {
    var certificates = new Certificates(directory);
    certificates.signed("cognito", "localhost", "-1d");
    try (RuntimeApi lambda = new RuntimeApi();
        Handshakes cognito = new Handshakes(certificates.server("cognito"))) {
      Process function = start(lambda, handler, cognito.url(), certificates.options());
      try {
        lambda.awaitSnapshot();

        assertThat(cognito.awaitEnd())
            .startsWith("GET " + KEYS + " HTTP/1.1\r\n")
            .containsIgnoringCase("\r\nconnection: close\r\n")
            .doesNotContainIgnoringCase("authorization")
            .doesNotContainIgnoringCase("cookie")
            .endsWith("\r\n\r\n");
        assertThat(living(function))
            .contains("sun.security.ssl.SSLContextImpl$DefaultSSLContext")
            .doesNotContain("sun.net.www.http.KeepAliveEntry")
            .doesNotContain("sun.security.ssl.SSLSocketImpl")
            .doesNotContain("sun.security.ssl.SSLSessionImpl");
      } finally {
        stop(function);
      }
    }
  }

  @Test
  void withoutANetworkTheFunctionGetsReadyAllTheSame() throws Exception {
    try (RuntimeApi lambda = new RuntimeApi()) {
      Process function = start(lambda, "https://127.0.0.1:1");
      try {
        lambda.awaitSnapshot();
        lambda.restore();

        assertThat(login(lambda)).startsWith("response {\"statusCode\":503,");
      } finally {
        stop(function);
      }
    }
  }

  private static String login(RuntimeApi lambda) throws InterruptedException {
    return lambda.invoke(Json.text(Api.event(Route.LOGIN.key(), Json.text(Api.Bodies.login()))));
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      String target = exchange.getRequestHeaders().getFirst("x-amz-target");
      String path = exchange.getRequestURI().getPath();
      asked.add(target == null ? path : target.substring(target.indexOf('.') + 1));
      String signature = exchange.getRequestHeaders().getFirst("authorization");
      if (target != null && signature != null) {
        signatures.add(signature);
      }
      byte[] body =
          (path.equals("/credentials")
                  ? "{\"AccessKeyId\":\"after-restore\",\"SecretAccessKey\":\"x\",\"Token\":\"x\","
                      + "\"Expiration\":\"2999-01-01T00:00:00Z\"}"
                  : target == null ? "{\"keys\":[]}" : TOKENS)
              .getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("content-type", "application/x-amz-json-1.1");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private String url() {
    return "http://127.0.0.1:" + aws.getAddress().getPort();
  }

  private Process start(RuntimeApi lambda, String cognito) throws IOException {
    return start(lambda, AuthHandler.class, cognito, List.of());
  }

  private Process start(RuntimeApi lambda, Class<?> handler, String cognito, List<String> options)
      throws IOException {
    List<String> command = new ArrayList<>(List.of(java("java")));
    command.addAll(options);
    command.add("-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac");
    command.addAll(RuntimeClient.arguments(directory, handler));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("log").toFile());
    Map<String, String> environment = builder.environment();
    environment.clear();
    environment.putAll(Api.environment("USER_POOL_CLIENT_TYPE", "CONFIDENTIAL"));
    environment.put("AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER", cognito);
    environment.put("AWS_CONTAINER_CREDENTIALS_FULL_URI", url() + "/credentials");
    environment.put("AWS_CONTAINER_AUTHORIZATION_TOKEN", "of the sandbox");
    environment.put("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");
    environment.put("AWS_LAMBDA_RUNTIME_API", lambda.address());
    environment.put("AWS_LAMBDA_FUNCTION_NAME", "auth");
    environment.put("AWS_LAMBDA_FUNCTION_VERSION", "1");
    environment.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1024");
    environment.put("AWS_LAMBDA_LOG_GROUP_NAME", "auth");
    environment.put("AWS_LAMBDA_LOG_STREAM_NAME", "1");
    environment.put("AWS_LAMBDA_LOG_FORMAT", "JSON");
    Process process = builder.start();
    lambda.watch(process, () -> Files.readString(directory.resolve("log")));
    return process;
  }

  /** The names of the classes that have instances after full garbage collections. */
  private static List<String> living(Process function) throws IOException {
    histogram(function);
    // The second collection removes objects with a finalizer, such as sockets of older JDKs.
    return histogram(function);
  }

  private static List<String> histogram(Process function) throws IOException {
    Process histogram =
        new ProcessBuilder(java("jcmd"), "" + function.pid(), "GC.class_histogram").start();
    String lines = new String(histogram.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return lines
        .lines()
        .map(line -> line.strip().split("\\s+"))
        .filter(columns -> columns.length >= 4)
        .map(columns -> columns[3])
        .toList();
  }

  private static String java(String program) {
    return Path.of(System.getProperty("java.home"), "bin", program).toString();
  }

  private static void stop(Process function) throws InterruptedException {
    function.destroyForcibly().waitFor();
  }

  private List<String> requests() throws IOException {
    return Files.readString(directory.resolve("log"))
        .lines()
        .filter(line -> line.contains("\"durationMillis\""))
        .toList();
  }
}

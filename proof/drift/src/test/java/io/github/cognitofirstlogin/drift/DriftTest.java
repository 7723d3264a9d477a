package io.github.cognitofirstlogin.drift;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The command, with a package index on this machine. */
class DriftTest {
  private static final String MODEL = "botocore/data/cognito-idp/2016-04-18/service-2.json.gz";

  private record Outcome(int status, String out, String err) {}

  private final Map<String, byte[]> answers = new TreeMap<>();
  private final List<String> files = new ArrayList<>();
  private HttpServer server;

  @BeforeEach
  void start() throws Exception {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          var answer = answers.get(exchange.getRequestURI().getPath());
          exchange.sendResponseHeaders(answer == null ? 404 : 200, answer == null ? -1 : 0);
          if (answer != null) {
            exchange.getResponseBody().write(answer);
          }
          exchange.close();
        });
    server.start();
    publish(Models.OLDER, wheel(MODEL, Models.bytes(Models.OLDER)));
    publish("1.9.9", wheel(MODEL, Models.bytes(Models.OLDER)));
    publish(Models.NEWER, wheel(MODEL, Models.bytes(Models.NEWER)));
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void whatMovedIsToldWithTheLinesThatNameIt() {
    var outcome = run("--from", Models.OLDER, "--to", Models.NEWER);

    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.out())
        .startsWith("Cognito's service model moved between botocore 1.43.11 and 1.44.8.\n")
        .containsPattern(
            "\nSessionType takes 20\\.\\.4096 characters, and took 20\\.\\.2048 \\(in"
                + " InitiateAuth\\)\\.\n(  .*\n)*  .*/TextRule\\.java:[0-9]+")
        .containsPattern(
            "\nFeatureUnavailableInTierException is a new exception of InitiateAuth\\.\n"
                + "(  .*\n)*  .*/RefusalRow\\.java:[0-9]+")
        .contains("ListUserSessions, RevokeUserSession");
  }

  @Test
  void moveThatNoLineNamesIsToldSo() {
    assertThat(run("--from", Models.OLDER, "--to", Models.NEWER).out())
        .containsPattern("ALLOW_TOKEN_EXCHANGE_DELEGATION .*\n  nothing here names it\n");
  }

  @Test
  void newestIsTheDefaultByNumberAndNotByAlphabet() {
    assertThat(run("--from", "1.9.9"))
        .satisfies(outcome -> assertThat(outcome.status()).isEqualTo(1))
        .extracting(Outcome::out)
        .asString()
        .contains("between botocore 1.9.9 and 1.44.8");
  }

  @Test
  void pinnedVersionIsTheDefaultToStartFrom() throws Exception {
    var pinned = Checkout.at(Path.of("")).pinnedVersion();
    publish(pinned, wheel(MODEL, Models.bytes(Models.OLDER)));
    publish("1000.0.0", wheel(MODEL, Models.bytes(Models.NEWER)));

    assertThat(run().out()).contains("between botocore " + pinned + " and 1000.0.0");
  }

  @Test
  void sameModelInTwoReleasesIsNoMove() {
    assertThat(run("--from", "1.9.9", "--to", Models.OLDER))
        .isEqualTo(new Outcome(0, "Nothing moved between botocore 1.9.9 and 1.43.11.\n", ""));
  }

  @Test
  void sameReleaseIsNoMove() {
    assertThat(run("--from", Models.NEWER))
        .isEqualTo(
            new Outcome(0, "Nothing moved: both models are those of botocore 1.44.8.\n", ""));
  }

  @Test
  void releaseThatWasTakenBackIsNotTheNewest() throws Exception {
    publish("2.0.0", new byte[0]);
    files.set(files.size() - 1, files.get(files.size() - 1).replace("false", "\"a reason\""));
    list();

    assertThat(run("--from", Models.OLDER).out()).contains("and 1.44.8");
  }

  @Test
  void versionThatIsNotThereCannotBeCompared() {
    assertThat(run("--from", "9.9.9"))
        .isEqualTo(cannotCompare("There is no botocore 9.9.9 on " + address("botocore/") + "."));
    assertThat(run("--from", "9.9.9", "--to", "9.9.9"))
        .isEqualTo(cannotCompare("There is no botocore 9.9.9 on " + address("botocore/") + "."));
    assertThat(run("--from", "abc"))
        .isEqualTo(cannotCompare("'abc' is not a version like 1.44.8."));
  }

  @Test
  void indexThatCannotBeReachedIsNamed() {
    server.stop(0);

    var outcome = run();

    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err())
        .isEqualTo(
            "Cannot compare. %s cannot be reached (ConnectException).\n"
                .formatted(address("botocore/")));
  }

  @Test
  void indexThatAnswersAnErrorIsNamed() {
    answers.clear();

    assertThat(run()).isEqualTo(cannotCompare(address("botocore/") + " answered HTTP 404."));
  }

  @Test
  void answerThatIsNoIndexIsNamed() {
    answers.put("/simple/botocore/", "<html>".getBytes(StandardCharsets.UTF_8));
    assertThat(run())
        .isEqualTo(cannotCompare("The answer of " + address("botocore/") + " is not JSON."));

    answers.put("/simple/botocore/", "{}".getBytes(StandardCharsets.UTF_8));
    assertThat(run())
        .isEqualTo(cannotCompare(address("botocore/") + " lists no release of botocore."));
  }

  @Test
  void downloadThatEndsEarlyIsNotCompared() {
    var path = "/files/botocore-1.44.8-py3-none-any.whl";
    answers.put(path, Arrays.copyOf(answers.get(path), 1000));

    assertThat(run("--from", Models.OLDER).err()).contains("does not have the checksum");
  }

  @Test
  void releaseWithoutAModelIsNamed() throws Exception {
    publish("2.0.0", wheel("botocore/other.json.gz", Models.bytes(Models.NEWER)));

    assertThat(run("--from", Models.OLDER))
        .isEqualTo(
            cannotCompare(
                "The file %s holds no %s."
                    .formatted(address("../files/botocore-2.0.0-py3-none-any.whl"), MODEL)));
  }

  @Test
  void answerThatDoesNotEndIsGivenUp() {
    server.removeContext("/");
    server.createContext("/", exchange -> exchange.sendResponseHeaders(200, 0));

    assertThat(run("--patience", "1"))
        .isEqualTo(cannotCompare(address("botocore/") + " did not answer within 1 seconds."));
  }

  private static Outcome cannotCompare(String why) {
    return new Outcome(2, "", "Cannot compare. " + why + "\n");
  }

  private Outcome run(String... arguments) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var all =
        Stream.concat(Stream.of("--index", address("")), Arrays.stream(arguments))
            .toArray(String[]::new);
    var status = Drift.run(printing(out), printing(err), all);
    return new Outcome(status, text(out), text(err));
  }

  private static PrintStream printing(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }

  private String address(String path) {
    return URI.create("http://localhost:" + server.getAddress().getPort() + "/simple/")
        .resolve(path)
        .toString();
  }

  private void publish(String version, byte[] wheel) throws Exception {
    var name = "botocore-" + version + "-py3-none-any.whl";
    answers.put("/files/" + name, wheel);
    files.add(
        "{\"filename\": \"%s\", \"url\": \"../../files/%s\", \"hashes\": {\"sha256\": \"%s\"}, \"yanked\": false}"
            .formatted(
                name,
                name,
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(wheel))));
    list();
  }

  private void list() {
    answers.put(
        "/simple/botocore/",
        ("{\"files\": [" + String.join(", ", files) + "]}").getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] wheel(String name, byte[] model) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("botocore/__init__.py"));
      zip.putNextEntry(new ZipEntry(name));
      var gzip = new GZIPOutputStream(zip);
      gzip.write(model);
      gzip.finish();
    }
    return bytes.toByteArray();
  }
}

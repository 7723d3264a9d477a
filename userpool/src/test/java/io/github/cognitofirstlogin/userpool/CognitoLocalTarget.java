package io.github.cognitofirstlogin.userpool;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** npm's cognito-local, started for the run of the suite. */
final class CognitoLocalTarget extends SdkTarget {

  /** A fixed code that cognito-local uses for every message if it is configured with it. */
  private static final String CODE = "9999";

  private final Process process;

  private CognitoLocalTarget(Process process, String endpoint, Set<String> knownGaps) {
    super(Sdk.cognito(endpoint), Optional.of(endpoint), knownGaps);
    this.process = process;
  }

  static CognitoLocalTarget start(Set<String> knownGaps) {
    try {
      var port = freePort();
      var command =
          new ProcessBuilder(
              "node",
              Path.of("userpool/src/test/cognito-local/node_modules/cognito-local/lib/bin/start.js")
                  .toAbsolutePath()
                  .toString());
      command.environment().put("PORT", String.valueOf(port));
      command.environment().put("CODE", CODE);
      command.directory(home().toFile());
      var process = command.redirectErrorStream(true).start();
      awaitReady(process.inputReader());
      return new CognitoLocalTarget(process, "http://localhost:" + port, knownGaps);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String secretSentTo(String username) {
    return CODE;
  }

  @Override
  public void close() {
    super.close();
    process.destroy();
  }

  /**
   * The directory of its pools. By default it requires e-mail addresses as usernames in every pool.
   */
  private static Path home() throws IOException {
    var home = Files.createTempDirectory("cognito-local");
    var settings = Files.createDirectory(home.resolve(".cognito")).resolve("config.json");
    Files.writeString(settings, "{\"UserPoolDefaults\":{\"UsernameAttributes\":[]}}");
    return home;
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** The program's later output is read and dropped, because it would stop at a full pipe. */
  private static void awaitReady(BufferedReader printed) throws IOException {
    for (var line = printed.readLine(); !line.contains("running on"); line = printed.readLine()) {
      if (line.contains("Error")) {
        throw new IOException("cognito-local does not start: " + line);
      }
    }
    var drain = new Thread(() -> printed.lines().forEach(line -> {}), "cognito-local");
    drain.setDaemon(true);
    drain.start();
  }
}

package io.github.cognitofirstlogin.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The jar that bin/invite starts, in its own process. */
class InviteIT {
  private static final Map<String, String> CREDENTIALS =
      Map.of("AWS_ACCESS_KEY_ID", "local", "AWS_SECRET_ACCESS_KEY", "local");

  @RegisterExtension static TestPool pool = TestPool.start();

  @TempDir private Path directory;

  @Test
  void usersOfAFileAreInvitedThroughThrottling() throws Exception {
    var outputs = directory.resolve("outputs.json");
    Files.writeString(outputs, "{\"Auth\":{\"UserPoolId\":\"%s\"}}".formatted(pool.id()));
    var csv = directory.resolve("users.csv");
    Files.writeString(csv, "username,email\nalice,alice@example.com\nbob,bob@example.com\n");
    pool.fault(
        """
        {"operation":"AdminCreateUser","kind":"error","type":"TooManyRequestsException",
         "message":"Rate exceeded","times":2}""");

    var run = run(CREDENTIALS, "--outputs-file", outputs.toString(), "--csv", csv.toString());

    assertThat(run.err()).isEqualTo("[1/2] alice: invited\n[2/2] bob: invited\n");
    assertThat(run.out()).isEqualTo("User pool %s: 2 invited\n".formatted(pool.id()));
    assertThat(run.status()).isZero();
    assertThat(pool.invited()).containsExactly("alice@example.com", "bob@example.com");
  }

  @Test
  void failureIsExitCodeOne() throws Exception {
    var run = run(CREDENTIALS, "--user-pool-id", pool.id(), "--username", "alice", "--resend");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).contains("1 failed");
  }

  @Test
  void wrongUseIsExitCodeTwo() throws Exception {
    var run = run(CREDENTIALS, "--user-pool-id", pool.id());

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).hasLineCount(1);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void missingCredentialsAreOneLineWithAnAdvice() throws Exception {
    var run = run(Map.of(), "--user-pool-id", pool.id(), "--username", "alice", "--resend");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).startsWith("There are no AWS credentials: sign in ").hasLineCount(1);
    assertThat(run.out()).isEmpty();
    assertThat(pool.requests()).isEmpty();
  }

  @Test
  void profileWithoutCredentialsIsNamed() throws Exception {
    Files.createDirectories(directory.resolve(".aws"));
    Files.writeString(
        directory.resolve(".aws/config"),
        """
        [profile corp]
        sso_session = corp
        sso_account_id = 111122223333
        sso_role_name = Admin
        [sso-session corp]
        sso_start_url = https://example.awsapps.com/start
        sso_region = us-east-1
        """);

    var run =
        run(
            Map.of("AWS_PROFILE", "corp"),
            "--user-pool-id",
            pool.id(),
            "--username",
            "a",
            "--resend");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).startsWith("The profile 'corp' ").hasLineCount(1);
  }

  @Test
  void helpAndVersionNeedNothing() throws Exception {
    var help = run(Map.of(), "--help");
    var version = run(Map.of(), "--version");

    assertThat(help.status()).isZero();
    assertThat(help.out()).contains("Usage: bin/invite", "--csv", "--resend", "--dry-run");
    assertThat(version.out()).matches("bin/invite [0-9.]+\\R");
  }

  private TestPool.Run run(Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Duser.home=" + directory,
                "-jar",
                Path.of("admin", "target", "admin.jar").toString()));
    command.addAll(List.of(arguments));
    var out = directory.resolve("out");
    var err = directory.resolve("err");
    var process =
        new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
    process.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
    process.environment().putAll(environment);
    process
        .environment()
        .putAll(
            Map.of(
                "AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER",
                pool.endpoint(),
                "AWS_EC2_METADATA_DISABLED",
                "true",
                "HOME",
                directory.toString()));
    var status = process.start().waitFor();
    return pool.watched(
        new TestPool.Run(
            status,
            Files.readString(out, StandardCharsets.UTF_8),
            Files.readString(err, StandardCharsets.UTF_8)));
  }
}

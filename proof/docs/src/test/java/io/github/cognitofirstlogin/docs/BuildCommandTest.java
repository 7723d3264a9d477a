package io.github.cognitofirstlogin.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code bin/build.mjs} in an unbuilt clone, with an npm and a Maven that only print their
 * arguments.
 */
@DisabledOnOs(OS.WINDOWS)
class BuildCommandTest {
  private static final Pattern JAR = Pattern.compile("'([\\w/]+/target/\\w+\\.jar)'");

  /** A module whose classes are parts of other modules' jars. */
  private static final String WITHOUT_A_JAR = "proof/leaks";

  private static final int LONGEST_SECONDS = 120;

  private static final String PACKAGES = "{\"packages\":{}}";

  @TempDir private Path root;

  @BeforeEach
  void cloneWithoutBuild() throws IOException {
    for (var script : List.of("build.mjs", "build-lock.mjs")) {
      write("bin/" + script, Files.readString(Path.of("bin", script)));
    }
    write("package-lock.json", PACKAGES);
    write(".mvn/jvm.config", "");
    var modules = new StringBuilder("<module>" + WITHOUT_A_JAR + "</module>\n");
    write(WITHOUT_A_JAR + "/pom.xml", "");
    var jars = JAR.matcher(Files.readString(Path.of("bin/build.mjs"))).results();
    var made = new StringBuilder();
    for (var jar : jars.map(each -> each.group(1)).toList()) {
      var module = jar.replaceFirst("/target/.*", "");
      write(module + "/pom.xml", "");
      modules.append("<module>").append(module).append("</module>\n");
      made.append("mkdir -p $(dirname ").append(jar).append("); touch ").append(jar).append('\n');
    }
    write("pom.xml", modules.toString());
    write(
        "programs/npm",
        """
        #!/bin/sh
        echo npm starts >>log
        sleep 1
        mkdir -p node_modules
        echo '%s' >node_modules/.package-lock.json
        echo npm ends >>log
        """
            .formatted(PACKAGES));
    write(
        "mvnw",
        """
        #!/bin/sh
        echo mvnw starts >>log
        [ -z "$FAIL" ] || exit 7
        sleep 1
        %secho mvnw ends >>log
        """
            .formatted(made));
  }

  @Test
  void twoConcurrentCommandsBuildOnceAndTheSecondReportsItsWait() throws Exception {
    var builds = List.of(start(Map.of()), start(Map.of()));

    var printed = List.of(printed(builds.get(0), 0), printed(builds.get(1), 0));
    assertThat(log()).containsExactly("npm starts", "npm ends", "mvnw starts", "mvnw ends");
    assertThat(printed)
        .filteredOn(text -> text.contains("Another build is running here (process "))
        .hasSize(1);
    assertThat(printed).filteredOn(text -> text.contains("Building")).hasSize(1);
    assertThat(lock()).doesNotExist();
  }

  @Test
  void lockOfADeadProcessBlocksNoBuild() throws Exception {
    var killed = start(Map.of());
    while (!Files.exists(root.resolve("log"))) {
      Thread.sleep(10);
    }
    var started = killed.descendants().toList();
    killed.destroyForcibly().waitFor();
    started.forEach(ProcessHandle::destroyForcibly);
    assertThat(lock()).exists();
    Files.delete(root.resolve("log"));

    assertThat(printed(start(Map.of()), 0)).doesNotContain("Another build");
    assertThat(log()).contains("mvnw ends");
  }

  /** The process id may belong to another process, or to a process of another machine. */
  @Test
  void untouchedLockBlocksNoBuild() throws Exception {
    write("target/build.lock", "{\"host\":\"another.example.com\",\"process\":1}");
    Files.setLastModifiedTime(lock(), FileTime.from(Instant.now().minusSeconds(60)));

    assertThat(printed(start(Map.of()), 0)).doesNotContain("Another build");
    assertThat(log()).contains("mvnw ends");
  }

  @Test
  void failedBuildLeavesNoLock() throws Exception {
    assertThat(printed(start(Map.of("FAIL", "1")), 7)).doesNotContain("Maven does not read");
    assertThat(lock()).doesNotExist();
  }

  @Test
  void failedBuildBehindAProxyPrintsMavensSettingsWithoutThePassword() throws Exception {
    var behindProxy =
        Map.of("FAIL", "1", "HTTPS_PROXY", "http://user:secret@proxy.example.com:3128");

    assertThat(printed(start(behindProxy), 7))
        .contains("Maven does not read HTTPS_PROXY")
        .contains(
            "export MAVEN_OPTS=\"-Dhttps.proxyHost=proxy.example.com -Dhttps.proxyPort=3128"
                + " -Daether.connector.http.useSystemProperties=true\"")
        .doesNotContain("secret");

    var told = new HashMap<>(behindProxy);
    told.put("MAVEN_OPTS", "-Dhttps.proxyHost=proxy.example.com");
    assertThat(printed(start(told), 7)).doesNotContain("Maven does not read");
  }

  @Test
  void currentBuildIsNotRepeated() throws Exception {
    printed(start(Map.of()), 0);
    Files.delete(root.resolve("log"));

    assertThat(printed(start(Map.of()), 0)).isEmpty();
    assertThat(root.resolve("log")).doesNotExist();
  }

  @Test
  void changedSourceIsBuiltAlsoInAModuleWithoutAJarOfItsOwn() throws Exception {
    printed(start(Map.of()), 0);
    Files.delete(root.resolve("log"));
    write(WITHOUT_A_JAR + "/src/main/java/Changed.java", "");

    assertThat(printed(start(Map.of()), 0)).contains("Building");
    assertThat(log()).containsExactly("mvnw starts", "mvnw ends");
  }

  private Process start(Map<String, String> more) throws IOException {
    var builder = new ProcessBuilder("node", "bin/build.mjs").directory(root.toFile());
    var environment = builder.environment();
    environment.keySet().removeIf(name -> name.matches("(?i)https_proxy|MAVEN_OPTS"));
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.merge("PATH", root.resolve("programs") + ":", (path, ours) -> ours + path);
    environment.putAll(more);
    return builder.redirectErrorStream(true).start();
  }

  private static String printed(Process build, int status) throws Exception {
    if (!build.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
      build.descendants().forEach(ProcessHandle::destroyForcibly);
      build.destroyForcibly().waitFor();
      throw new AssertionError("the build does not end");
    }
    var text = new String(build.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(build.exitValue()).as(text).isEqualTo(status);
    return text;
  }

  private List<String> log() throws IOException {
    return Files.readAllLines(root.resolve("log"));
  }

  private Path lock() {
    return root.resolve("target/build.lock");
  }

  private void write(String file, String text) throws IOException {
    var path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}

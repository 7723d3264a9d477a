package io.github.cognitofirstlogin.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** A running script of {@code src/test/node}. The test prints the script's stderr. */
final class NodeScript implements AutoCloseable {

  private final Process process;
  private final BufferedReader output;
  private final BufferedWriter input;

  private NodeScript(Process process) {
    this.process = process;
    this.output = process.inputReader(UTF_8);
    this.input = process.outputWriter(UTF_8);
  }

  static NodeScript start(String name, String... arguments) {
    var command = new ArrayList<>(List.of("node", "local/src/test/node/" + name));
    command.addAll(List.of(arguments));
    try {
      return new NodeScript(new ProcessBuilder(command).redirectErrorStream(true).start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The whole output of a script that ends by itself. */
  static String output(String name, String... arguments) throws InterruptedException {
    try (var script = start(name, arguments)) {
      var printed = String.join("\n", script.output.lines().toList());
      if (script.process.waitFor() != 0) {
        throw new AssertionError(name + " failed: " + printed);
      }
      return printed;
    }
  }

  String line() {
    try {
      return output.readLine();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void say(String line) {
    try {
      input.write(line + "\n");
      input.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}

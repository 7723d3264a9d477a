package io.github.cognitofirstlogin.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.cognitofirstlogin.leaks.Watch;
import java.io.OutputStream;
import java.io.PrintStream;

/**
 * The log of a running stack, which the leak oracle reads. The messages to users are left out,
 * because they contain codes and passwords.
 */
final class WatchedLog extends PrintStream {
  WatchedLog(OutputStream log) {
    super(log, true, UTF_8);
  }

  @Override
  public void println(String line) {
    if (line.startsWith("[function]") || line.startsWith("[gateway]")) {
      Watch.current().logged(line);
    }
    super.println(line);
  }
}

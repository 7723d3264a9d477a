package io.github.cognitofirstlogin.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.cognitofirstlogin.oracle.Watch;
import java.io.OutputStream;
import java.io.PrintStream;

/**
 * The log of a running stack, in which the leak oracle reads what the function and the gateway say.
 * The messages to people in it have codes and passwords in them, as they must.
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

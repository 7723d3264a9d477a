package io.github.cognitofirstlogin.leaks;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Captures stdout and stderr for the life of this JVM, so that it also reads what a thread prints
 * after its test.
 */
final class Printed {
  private static final ByteArrayOutputStream COPY = new ByteArrayOutputStream();
  private static boolean listening;

  private Printed() {}

  static synchronized void listen() {
    if (!listening) {
      System.setOut(tee(System.out));
      System.setErr(tee(System.err));
      listening = true;
    }
  }

  static String sinceLastAsked() {
    synchronized (COPY) {
      var text = COPY.toString(StandardCharsets.UTF_8);
      COPY.reset();
      return text;
    }
  }

  private static PrintStream tee(PrintStream stream) {
    return new PrintStream(
        new OutputStream() {
          @Override
          public void write(int each) {
            write(new byte[] {(byte) each}, 0, 1);
          }

          @Override
          public void write(byte[] bytes, int from, int length) {
            stream.write(bytes, from, length);
            synchronized (COPY) {
              COPY.write(bytes, from, length);
            }
          }

          @Override
          public void flush() {
            stream.flush();
          }
        },
        true,
        StandardCharsets.UTF_8);
  }
}

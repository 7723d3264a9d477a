package io.github.cognitofirstlogin.leaks;

import java.util.List;

/** The hosts that test each module's own rule about requests in clear text. */
public final class CalledHosts {
  /** A call to each of them stays on this machine. */
  public static final List<String> THIS_MACHINE =
      List.of("localhost", "LOCALHOST", "127.0.0.1", "127.0.0.0", "127.255.255.255", "[::1]");

  /** A call to each of them may leave this machine, or programs read it as different hosts. */
  public static final List<String> OTHERS =
      List.of(
          "foo.localhost",
          "pool.test.localhost",
          ".localhost",
          "localhost.",
          "localhost.example.com",
          "notlocalhost",
          "loca\u017fhost",
          "127.0.0.256",
          "127.0.0.999",
          "127.300.0.1",
          "127.0.0.01",
          "127.0.0.1.",
          "127.0.0",
          "127.1",
          "127.0.0.1.example.com",
          "128.0.0.1",
          "0.0.0.0",
          "0177.0.0.1",
          "2130706433",
          "10.0.0.7",
          "[::]",
          "[::2]",
          "[::1",
          "::1",
          "[0:0:0:0:0:0:0:1]",
          "[::ffff:127.0.0.1]",
          "cognito.example.com",
          "");

  private CalledHosts() {}
}

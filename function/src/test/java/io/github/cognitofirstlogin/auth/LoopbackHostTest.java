package io.github.cognitofirstlogin.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitofirstlogin.auth.http.LoopbackHost;
import io.github.cognitofirstlogin.leaks.CalledHosts;
import org.junit.jupiter.api.Test;

class LoopbackHostTest {
  @Test
  void callInClearTextStaysOnThisMachine() {
    assertThat(CalledHosts.THIS_MACHINE).allMatch(LoopbackHost::ofThisProgram);
    assertThat(CalledHosts.OTHERS).noneMatch(LoopbackHost::ofThisProgram);
  }

  @Test
  void browserFindsNamesBelowLocalhostOnItsOwnMachine() {
    assertThat(CalledHosts.THIS_MACHINE).allMatch(LoopbackHost::ofABrowser);
    assertThat(CalledHosts.OTHERS)
        .filteredOn(LoopbackHost::ofABrowser)
        .containsExactly("foo.localhost", "pool.test.localhost");
  }
}

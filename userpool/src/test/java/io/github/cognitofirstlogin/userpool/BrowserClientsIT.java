package io.github.cognitofirstlogin.userpool;

import static io.github.cognitofirstlogin.userpool.ContractPool.CHOSEN;
import static io.github.cognitofirstlogin.userpool.ContractPool.TEMPORARY;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Unchanged browser clients complete a first login with the local user pool. */
class BrowserClientsIT {

  private final LocalTarget target = new LocalTarget(Clock.systemUTC());

  @AfterEach
  void close() {
    target.close();
  }

  @Test
  void amazonCognitoIdentityJsCompletesAFirstLogin() throws Exception {
    assertThat(firstLogin("identity-js.mjs"))
        .containsExactly(
            "NotAuthorizedException: Incorrect username or password.",
            "newPasswordRequired",
            "alice",
            "tokens",
            "refreshed",
            "sub email",
            "signed out");
  }

  @Test
  void amplifyCompletesAFirstLogin() throws Exception {
    assertThat(firstLogin("amplify.mjs"))
        .containsExactly(
            "NotAuthorizedException: Incorrect username or password.",
            "CONFIRM_SIGN_IN_WITH_NEW_PASSWORD_REQUIRED",
            "DONE",
            "alice",
            "refreshed",
            "UserUnAuthenticatedException");
  }

  private List<String> firstLogin(String script) throws IOException, InterruptedException {
    var pool = target.create(ContractRun.POOL, ContractRun.CLIENT);
    pool.newUserNamed("alice", Sdk.attribute("email", "alice@example.com"));
    var process =
        new ProcessBuilder(
                "node",
                "userpool/src/test/node/" + script,
                target.endpoint().orElseThrow(),
                pool.id(),
                pool.clientId(),
                "alice",
                TEMPORARY,
                CHOSEN)
            .redirectErrorStream(true)
            .start();
    try {
      var printed =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .toList();
      assertThat(process.waitFor(300, TimeUnit.SECONDS)).isTrue();
      return printed;
    } finally {
      process.destroyForcibly();
    }
  }
}

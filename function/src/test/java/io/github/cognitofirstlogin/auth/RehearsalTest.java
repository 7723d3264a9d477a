package io.github.cognitofirstlogin.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitofirstlogin.auth.cognito.CannedCognito;
import io.github.cognitofirstlogin.auth.contract.Route;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rehearsal before a snapshot. */
class RehearsalTest {
  private static final String COGNITO = "AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER";

  private interface Play {
    void perform(Map<String, String> environment, OutputStream replies) throws IOException;
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUBLIC", "CONFIDENTIAL"})
  void everyRouteAnswersEveryKindOfAnswerAndLogsNothing(String type) throws IOException {
    var console = new ByteArrayOutputStream();
    PrintStream out = System.out;
    System.setOut(new PrintStream(console, true, StandardCharsets.UTF_8));
    List<String> replies;
    try {
      replies = replies(Rehearsal::ofApi, Api.environment("USER_POOL_CLIENT_TYPE", type));
    } finally {
      System.setOut(out);
    }

    assertThat(console.toString(StandardCharsets.UTF_8)).isEmpty();
    assertThat(replies)
        .hasSize(Rehearsal.ROUNDS * CannedCognito.Answer.values().length * Route.values().length);
    // With tokens as the answer every route succeeds. The two routes that do not call Cognito
    // always succeed.
    assertThat(replies)
        .filteredOn(reply -> reply.startsWith("{\"statusCode\":200"))
        .hasSizeGreaterThanOrEqualTo(Rehearsal.ROUNDS * Route.values().length);
    assertThat(replies)
        .noneMatch(reply -> reply.contains("internal_error"))
        .noneMatch(reply -> reply.contains("origin_"))
        .anyMatch(reply -> reply.contains("NEW_PASSWORD_REQUIRED"))
        .anyMatch(reply -> reply.contains("Incorrect username or password."))
        .anyMatch(reply -> reply.contains("outcome_unknown"))
        .anyMatch(reply -> reply.contains("expiresAt"));
  }

  @Test
  void authorizerLetsARehearsedSessionPass() throws IOException {
    var output = new ByteArrayOutputStream();

    Rehearsal.ofAuthorizer(nowhere(Api.ENVIRONMENT), output);

    assertThat(output.toString(StandardCharsets.UTF_8))
        .contains("\"isAuthorized\":true")
        .doesNotContain("\"isAuthorized\":false");
  }

  private static List<String> replies(Play play, Map<String, String> environment)
      throws IOException {
    var output = new ByteArrayOutputStream();
    play.perform(nowhere(environment), output);
    return List.of(output.toString(StandardCharsets.UTF_8).split("(?<=})(?=.\"statusCode\":)"));
  }

  /** No server listens at this address, so every use of the network would fail. */
  private static Map<String, String> nowhere(Map<String, String> environment) {
    Map<String, String> elsewhere = new HashMap<>(environment);
    elsewhere.put(COGNITO, "http://127.0.0.1:1");
    return elsewhere;
  }
}

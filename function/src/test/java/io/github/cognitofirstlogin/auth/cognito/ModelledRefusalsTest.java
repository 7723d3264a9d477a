package io.github.cognitofirstlogin.auth.cognito;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitofirstlogin.auth.Api;
import io.github.cognitofirstlogin.auth.FakeCognito;
import io.github.cognitofirstlogin.auth.contract.Route;
import io.github.cognitofirstlogin.auth.text.Json;
import io.github.cognitofirstlogin.leaks.Hostile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InitiateAuthResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RevokeTokenResponse;

/**
 * Each exception that the models of Cognito declare for an operation, raised where a route calls
 * that operation.
 */
class ModelledRefusalsTest {
  private static final InitiateAuthResponse SETUP =
      InitiateAuthResponse.builder()
          .challengeName("MFA_SETUP")
          .session(Api.SESSION)
          .challengeParameters(Map.of("MFAS_CAN_SETUP", "[\"SOFTWARE_TOKEN_MFA\"]"))
          .build();

  /** Operation, exception; the status of the reply, and the code of the reply or the log. */
  @ParameterizedTest(name = "{0} {1}")
  @CsvFileSource(resources = "/modelled-refusals.csv", delimiter = '|', numLinesToSkip = 1)
  @Hostile("K1-K94")
  void refusalHasTheReplyOfTheTable(
      Operation operation, String exception, int status, String code) {
    Api api = refused(operation, exception);
    var answer = send(api, operation);

    assertThat(answer.status()).isEqualTo(status);
    // A client that reveals users causes one more log line, whichever operation shows it.
    assertThat(api.log().lines().map(Json::object))
        .hasSize(exception.equals("UserNotFoundException") ? 2 : 1)
        .last()
        .satisfies(line -> assertThat(line).containsEntry("code", code));
    assertThat(answer.body().toString()).doesNotContain("raw text");
  }

  @Test
  void everyPairOfTheModelIsInTheTable() throws IOException {
    List<String> pairs = new ArrayList<>();
    for (Operation operation : Operation.values()) {
      ServiceModels.exceptions(operation)
          .forEach(exception -> pairs.add(operation + "|" + exception));
    }
    assertThat(pairs).hasSizeGreaterThan(94);
    try (var table = getClass().getResourceAsStream("/modelled-refusals.csv")) {
      assertThat(new String(table.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1))
          .map(row -> row.substring(0, row.lastIndexOf('|', row.lastIndexOf('|') - 1)))
          .containsExactlyElementsOf(pairs);
    }
  }

  private static Api refused(Operation operation, String exception) {
    var refusal =
        FakeCognito.error(exception.equals("InternalErrorException") ? 500 : 400, exception, "");
    return switch (operation) {
      case ASSOCIATE_SOFTWARE_TOKEN -> Api.with(FakeCognito.answering(SETUP, refusal, refusal));
      // The answer after a stolen token is found.
      case GET_TOKENS_FROM_REFRESH_TOKEN ->
          Api.with(FakeCognito.answering(refusal, RevokeTokenResponse.builder().build()));
      case DESCRIBE_USER_POOL_CLIENT ->
          Api.with(FakeCognito.answering(refusal), Api.confidential());
      default -> Api.with(FakeCognito.answering(refusal));
    };
  }

  private static Api.Answer send(Api api, Operation operation) {
    return switch (operation) {
      case INITIATE_AUTH, ASSOCIATE_SOFTWARE_TOKEN, DESCRIBE_USER_POOL_CLIENT -> api.login();
      case RESPOND_TO_AUTH_CHALLENGE -> api.changePassword();
      case VERIFY_SOFTWARE_TOKEN -> {
        var body = Api.Bodies.of(Route.CHALLENGE);
        body.put("challengeName", "MFA_SETUP");
        yield api.post(Route.CHALLENGE, Json.text(body));
      }
      case FORGOT_PASSWORD -> post(api, Route.FORGOT_PASSWORD);
      case CONFIRM_FORGOT_PASSWORD -> post(api, Route.CONFIRM_FORGOT_PASSWORD);
      case GET_TOKENS_FROM_REFRESH_TOKEN ->
          api.send(Route.REFRESH_SESSION, "refreshToken=a-refresh-token");
      case REVOKE_TOKEN -> api.send(Route.SIGN_OUT, "refreshToken=a-refresh-token");
    };
  }

  private static Api.Answer post(Api api, Route route) {
    return api.post(route, Json.text(Api.Bodies.of(route)));
  }
}

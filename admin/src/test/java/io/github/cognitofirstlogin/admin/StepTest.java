package io.github.cognitofirstlogin.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminAddUserToGroupRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminAddUserToGroupResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminCreateUserRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminCreateUserResponse;

/** The request of each kind of step. */
class StepTest {
  private record Row(Plan.Step step, String request) {}

  private static Stream<Row> rows() {
    return Stream.of(
        new Row(new Plan.Create(), "AdminCreateUser alice"),
        new Row(new Plan.Resend(), "AdminCreateUser Alice RESEND"),
        new Row(new Plan.AddToGroup("ops"), "AdminAddUserToGroup Alice ops"));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void stepSendsItsOwnRequestAndNoOther(Row row) {
    var cognito = new Recorder();
    var pool =
        new UserPool(cognito, PoolId.parse("us-east-1_AbCdEfGhI"), new Pace(1, () -> 0, n -> {}));

    row.step()
        .carryOut(pool, Invitee.of("alice", "alice@example.com", Map.of(), Set.of("ops")), "Alice");

    assertThat(cognito.requests).containsExactly(row.request());
  }

  @Test
  void everyKindOfStepHasARow() {
    assertThat(rows().<Class<?>>map(row -> row.step().getClass()))
        .containsExactlyInAnyOrder(Plan.Step.class.getPermittedSubclasses());
  }

  /** Answers nothing and records the requests. */
  private static final class Recorder implements CognitoIdentityProviderClient {
    private final List<String> requests = new ArrayList<>();

    @Override
    public AdminCreateUserResponse adminCreateUser(AdminCreateUserRequest request) {
      requests.add(
          "AdminCreateUser "
              + request.username()
              + (request.messageAction() == null ? "" : " " + request.messageActionAsString()));
      return AdminCreateUserResponse.builder().build();
    }

    @Override
    public AdminAddUserToGroupResponse adminAddUserToGroup(AdminAddUserToGroupRequest request) {
      requests.add("AdminAddUserToGroup " + request.username() + " " + request.groupName());
      return AdminAddUserToGroupResponse.builder().build();
    }

    @Override
    public String serviceName() {
      return "cognito-idp";
    }

    @Override
    public void close() {}
  }
}

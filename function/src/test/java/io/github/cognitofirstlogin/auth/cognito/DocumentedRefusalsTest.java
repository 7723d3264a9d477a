package io.github.cognitofirstlogin.auth.cognito;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitofirstlogin.auth.OpenApi;
import io.github.cognitofirstlogin.auth.contract.ErrorCode;
import io.github.cognitofirstlogin.auth.contract.Route;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every refusal of the SDK's model, and every common error of AWS, is in docs/openapi.yaml. */
class DocumentedRefusalsTest {
  /** The operations of each route whose refusals decide the reply. */
  private static final Map<Route, Set<Operation>> OPERATIONS =
      Map.of(
          Route.LOGIN, EnumSet.of(Operation.INITIATE_AUTH),
          Route.CHANGE_PASSWORD, EnumSet.of(Operation.RESPOND_TO_AUTH_CHALLENGE),
          Route.CHALLENGE,
              EnumSet.of(Operation.VERIFY_SOFTWARE_TOKEN, Operation.RESPOND_TO_AUTH_CHALLENGE),
          Route.FORGOT_PASSWORD, EnumSet.of(Operation.FORGOT_PASSWORD),
          Route.CONFIRM_FORGOT_PASSWORD, EnumSet.of(Operation.CONFIRM_FORGOT_PASSWORD),
          Route.REFRESH_SESSION, EnumSet.of(Operation.GET_TOKENS_FROM_REFRESH_TOKEN),
          Route.SESSION, EnumSet.noneOf(Operation.class),
          // A sign-out succeeds with any answer of Cognito.
          Route.SIGN_OUT, EnumSet.noneOf(Operation.class),
          Route.PASSWORD_POLICY, EnumSet.noneOf(Operation.class));

  private static final Set<Route> SIGN_IN = EnumSet.of(Route.LOGIN, Route.REFRESH_SESSION);

  private static final OpenApi DOCUMENT = OpenApi.read();

  @ParameterizedTest
  @EnumSource
  void everyRefusalOfCognitoIsDocumentedOnItsRoute(Route route) {
    for (Operation operation : OPERATIONS.get(route)) {
      Set<String> exceptions = new TreeSet<>(ServiceModels.exceptions(operation));
      CommonErrors.TABLE.forEach(row -> exceptions.add(row.exception()));
      for (String exception : exceptions) {
        ErrorCode code =
            told(route, RefusalRow.of(operation, exception, "any message").orElseThrow().code());
        int status = SIGN_IN.contains(route) ? code.signInStatus() : code.status();
        if (status != 200) {
          assertThat(DOCUMENT.codes(route).get(status))
              .as("%s of %s on %s", exception, operation, route)
              .contains(code.code());
        }
      }
    }
  }

  /** Some replies hide the real code, which is in the log. */
  private static ErrorCode told(Route route, ErrorCode code) {
    return switch (code) {
      case REFRESH_TOKEN_REUSED -> ErrorCode.SESSION_ENDED;
      case CODE_EXPIRED -> route == Route.CONFIRM_FORGOT_PASSWORD ? ErrorCode.CODE_MISMATCH : code;
      default -> code;
    };
  }

  @ParameterizedTest
  @EnumSource
  void theModelOfTheUserPoolIsWalkedToo(Operation operation) {
    assertThat(ServiceModels.pinnedExceptions(operation))
        .hasSizeGreaterThan(5)
        .contains("OperationNotEnabledException");
  }

  @ParameterizedTest
  @EnumSource
  void theModelIsReallyWalked(Operation operation) {
    assertThat(ServiceModels.exceptions(operation))
        .hasSizeGreaterThan(5)
        .contains("InvalidParameterException", "InternalErrorException");
  }
}

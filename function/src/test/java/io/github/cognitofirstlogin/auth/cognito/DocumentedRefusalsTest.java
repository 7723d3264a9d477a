package io.github.cognitofirstlogin.auth.cognito;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitofirstlogin.auth.OpenApi;
import io.github.cognitofirstlogin.auth.contract.ErrorCode;
import io.github.cognitofirstlogin.auth.contract.Route;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CognitoIdentityProviderException;

/** Every refusal that the SDK's model knows of is in {@code docs/openapi.yaml}. */
class DocumentedRefusalsTest {
  /** What each route asks, and what of it decides the reply. */
  private static final Map<Route, Set<Operation>> OPERATIONS =
      Map.of(
          Route.LOGIN, EnumSet.of(Operation.INITIATE_AUTH),
          Route.CHANGE_PASSWORD, EnumSet.of(Operation.RESPOND_TO_AUTH_CHALLENGE),
          Route.CHALLENGE,
              EnumSet.of(Operation.VERIFY_SOFTWARE_TOKEN, Operation.RESPOND_TO_AUTH_CHALLENGE),
          Route.FORGOT_PASSWORD, EnumSet.of(Operation.FORGOT_PASSWORD),
          Route.CONFIRM_FORGOT_PASSWORD, EnumSet.of(Operation.CONFIRM_FORGOT_PASSWORD),
          Route.PASSWORD_POLICY, EnumSet.noneOf(Operation.class));

  private static final OpenApi DOCUMENT = OpenApi.read();

  @ParameterizedTest
  @EnumSource
  void whatCognitoCanRefuseIsDocumentedOnItsRoute(Route route) {
    for (Operation operation : OPERATIONS.get(route)) {
      for (String exception : exceptions(operation)) {
        ErrorCode code =
            RefusalRow.of(operation, exception, "any message").map(RefusalRow::code).orElseThrow();
        int status = route == Route.LOGIN ? code.signInStatus() : code.status();
        if (status != 200) {
          assertThat(DOCUMENT.codes(route).get(status))
              .as("%s of %s on %s", exception, operation, route)
              .contains(code.code());
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void theModelIsReallyWalked(Operation operation) {
    assertThat(exceptions(operation))
        .hasSizeGreaterThan(5)
        .contains("NotAuthorizedException", "InternalErrorException");
  }

  private static Set<String> exceptions(Operation operation) {
    String name = operation.name().replace("_", "").toLowerCase(Locale.ROOT);
    return Arrays.stream(CognitoIdentityProviderClient.class.getMethods())
        .filter(method -> method.getName().toLowerCase(Locale.ROOT).equals(name))
        .flatMap(method -> Arrays.stream(method.getExceptionTypes()))
        .filter(CognitoIdentityProviderException.class::isAssignableFrom)
        .map(Class::getSimpleName)
        .filter(exception -> !exception.equals("CognitoIdentityProviderException"))
        .collect(Collectors.toSet());
  }
}

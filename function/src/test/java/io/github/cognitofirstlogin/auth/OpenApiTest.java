package io.github.cognitofirstlogin.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitofirstlogin.auth.contract.ErrorCode;
import io.github.cognitofirstlogin.auth.contract.Route;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code docs/openapi.yaml} describes the behavior of the code. */
class OpenApiTest {
  /** Codes that appear only in the log and the metrics. */
  private static final Set<ErrorCode> NEVER_SENT =
      EnumSet.of(
          ErrorCode.RESET_BEFORE_FIRST_LOGIN,
          ErrorCode.RESET_UNAVAILABLE,
          ErrorCode.REFRESH_TOKEN_REUSED);

  /** Codes for routes that do not know the user yet, or no longer. */
  private static final Set<Route> SIGN_IN = EnumSet.of(Route.LOGIN, Route.REFRESH_SESSION);

  /** API Gateway itself answers a request without a route. */
  private static final Set<ErrorCode> ON_NO_ROUTE = EnumSet.of(ErrorCode.NOT_FOUND);

  /** A lost answer may also be a late answer. */
  private static final int LATE = 504;

  private static final OpenApi DOCUMENT = OpenApi.read();

  @Test
  void itsOperationsAreTheRoutes() {
    assertThat(DOCUMENT.routeKeys())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Route.values()).map(Route::key).toList());
  }

  @Test
  void itsCodesAreTheErrorCodes() {
    assertThat(DOCUMENT.codes())
        .containsExactlyInAnyOrderElementsOf(
            sent().stream().map(ErrorCode::code).collect(Collectors.toSet()));
  }

  @Test
  void everyCodeIsDocumentedOnSomeRoute() {
    Set<String> documented = new TreeSet<>();
    for (Route route : Route.values()) {
      DOCUMENT.codes(route).values().forEach(documented::addAll);
    }
    EnumSet<ErrorCode> expected = sent();
    expected.removeAll(ON_NO_ROUTE);
    assertThat(documented)
        .containsExactlyInAnyOrderElementsOf(
            expected.stream().map(ErrorCode::code).collect(Collectors.toSet()));
  }

  @ParameterizedTest
  @EnumSource
  void eachCodeIsDocumentedAtItsOwnStatusAndNoOther(ErrorCode code) {
    for (Route route : Route.values()) {
      DOCUMENT
          .codes(route)
          .forEach(
              (status, codes) -> {
                if (codes.contains(code.code())) {
                  assertThat(statuses(code, route)).as(route + " " + code).contains(status);
                }
              });
    }
  }

  private static Set<Integer> statuses(ErrorCode code, Route route) {
    Set<Integer> statuses = new TreeSet<>();
    statuses.add(SIGN_IN.contains(route) ? code.signInStatus() : code.status());
    if (code == ErrorCode.OUTCOME_UNKNOWN) {
      statuses.add(LATE);
    }
    return statuses;
  }

  private static EnumSet<ErrorCode> sent() {
    return EnumSet.complementOf(EnumSet.copyOf(NEVER_SENT));
  }
}

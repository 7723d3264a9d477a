package io.github.cognitofirstlogin.admin;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks whether a session lives as long as it should, and ends when it should. */
final class Sessions {
  private static final Duration LONGEST_ACCESS_TOKEN = Duration.ofHours(1);

  /** Two tabs that refresh at the same time need some seconds in which both tokens work. */
  private static final int ENOUGH_GRACE_SECONDS = 10;

  private final List<Finding> findings = new ArrayList<>();

  private Sessions() {}

  static List<Finding> findings(Description pool, Optional<Description> client) {
    var sessions = new Sessions();
    sessions.lookAt(pool);
    client.ifPresent(
        known -> {
          sessions.lookAtRefreshing(known);
          sessions.lookAtEnding(known);
        });
    return List.copyOf(sessions.findings);
  }

  private void lookAt(Description pool) {
    // Cognito leaves out a feature that is off. An object, even an empty one, means that it is on.
    if (pool.has("DeviceConfiguration")) {
      findings.add(
          Finding.missing(
              "Sessions cannot be renewed: the pool remembers devices, Cognito then refuses a"
                  + " refresh without a device key, and this API sends none; everybody is signed"
                  + " out when the access token ends",
              "pool: no DeviceConfiguration (in the console: device tracking \"Don't remember\")"));
    }
    if (pool.is("IssuerConfiguration.Type", "UPDATED")) {
      findings.add(
          Finding.note(
              "Tokens name the issuer https://issuer-cognito-idp.<region>.amazonaws.com/<user pool"
                  + " id>: this API accepts it beside the original one",
              "a verifier of yours must expect this issuer too"));
    }
  }

  private void lookAtRefreshing(Description client) {
    var flows = client.texts("ExplicitAuthFlows");
    var rotates = client.is("RefreshTokenRotation.Feature", "ENABLED");
    var refreshes =
        flows.contains("ALLOW_REFRESH_TOKEN_AUTH")
            || flows.stream().noneMatch(flow -> flow.startsWith("ALLOW_"));
    if (!rotates && !refreshes) {
      findings.add(
          Finding.missing(
              "Sessions cannot be renewed: there is neither rotation nor ALLOW_REFRESH_TOKEN_AUTH",
              "client: RefreshTokenRotation ENABLED"));
    } else if (!rotates) {
      findings.add(
          Finding.weak(
              "A stolen refresh token works as long as the session",
              "client: RefreshTokenRotation ENABLED with 60 seconds of grace, without"
                  + " ALLOW_REFRESH_TOKEN_AUTH"));
    } else if (client.number("RefreshTokenRotation.RetryGracePeriodSeconds").orElse(0)
        < ENOUGH_GRACE_SECONDS) {
      findings.add(
          Finding.weak(
              "Two tabs that refresh at the same time may end the session: the grace period of the"
                  + " earlier refresh token is shorter than %d seconds"
                      .formatted(ENOUGH_GRACE_SECONDS),
              "client: RefreshTokenRotation.RetryGracePeriodSeconds 60"));
    }
  }

  private void lookAtEnding(Description client) {
    if (!client.is("EnableTokenRevocation", "true")) {
      findings.add(
          Finding.weak(
              "Signing out does not end the refresh token", "client: EnableTokenRevocation true"));
    }
    var accessToken = Validity.of(client, "AccessToken", LONGEST_ACCESS_TOKEN);
    if (accessToken.compareTo(LONGEST_ACCESS_TOKEN) > 0) {
      findings.add(
          Finding.weak(
              "An access token is good for %d minutes, after signing out as well"
                  .formatted(accessToken.toMinutes()),
              "client: AccessTokenValidity 60 minutes at the most"));
    }
  }
}

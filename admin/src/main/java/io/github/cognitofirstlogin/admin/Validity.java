package io.github.cognitofirstlogin.admin;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** The life of a token, from Cognito's number and its unit. */
final class Validity {
  private Validity() {}

  /**
   * {@code token} is AccessToken or RefreshToken. Cognito answers its default as a missing value or
   * 0.
   */
  static Duration of(Description client, String token, Duration otherwise) {
    var amount = client.number(token + "Validity").orElse(0);
    var unit = client.text("TokenValidityUnits." + token);
    if (amount == 0) {
      return otherwise;
    }
    var unitOfDefault = otherwise.toDays() > 0 ? ChronoUnit.DAYS : ChronoUnit.HOURS;
    return Duration.of(
        amount,
        unit.map(word -> ChronoUnit.valueOf(word.toUpperCase(Locale.ROOT))).orElse(unitOfDefault));
  }
}

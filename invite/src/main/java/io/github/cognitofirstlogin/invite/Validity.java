package io.github.cognitofirstlogin.invite;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cognitoidentityprovider.model.TimeUnitsType;

/** How long a token is good for, out of Cognito's number and its unit. */
final class Validity {
  private Validity() {}

  /** Cognito describes its default as nothing, or as 0. */
  static Duration of(@Nullable Integer amount, @Nullable TimeUnitsType unit, Duration otherwise) {
    if (amount == null || amount == 0) {
      return otherwise;
    }
    var unitOfDefault = otherwise.toDays() > 0 ? ChronoUnit.DAYS : ChronoUnit.HOURS;
    return Duration.of(
        amount,
        unit == null ? unitOfDefault : ChronoUnit.valueOf(unit.name().toUpperCase(Locale.ROOT)));
  }
}

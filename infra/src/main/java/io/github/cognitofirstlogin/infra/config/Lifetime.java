package io.github.cognitofirstlogin.infra.config;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/** A lifetime in Cognito, in whole minutes or days. */
public record Lifetime(ContextKey key, ChronoUnit unit, Range range) {
  Optional<Duration> in(Context context) {
    return context.whole(key, range).map(number -> Duration.of(number, unit));
  }

  /** Refuses a duration that Cognito does not accept for this lifetime. */
  public Duration require(Duration got) {
    var number = got.dividedBy(unit.getDuration());
    if (!range.holds(number) || !unit.getDuration().multipliedBy(number).equals(got)) {
      throw key.must(
          "be a whole number of %s from %d to %d"
              .formatted(unit.name().toLowerCase(Locale.ROOT), range.least(), range.most()),
          got);
    }
    return got;
  }
}

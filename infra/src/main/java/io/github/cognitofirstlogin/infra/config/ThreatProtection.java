package io.github.cognitofirstlogin.infra.config;

import java.util.List;
import java.util.Optional;
import software.amazon.awscdk.services.cognito.FeaturePlan;
import software.amazon.awscdk.services.cognito.StandardThreatProtectionMode;

/** Cognito's reaction to risky sign-ins and compromised passwords. */
public final class ThreatProtection {
  static final List<StandardThreatProtectionMode> CHOICES =
      List.of(StandardThreatProtectionMode.AUDIT_ONLY, StandardThreatProtectionMode.FULL_FUNCTION);

  private ThreatProtection() {}

  /** Every plan except PLUS has the mode off, which is not a value of the setting. */
  public static StandardThreatProtectionMode require(StandardThreatProtectionMode mode) {
    if (!CHOICES.contains(mode)) {
      throw ContextKey.THREAT_PROTECTION.must("be AUDIT_ONLY or FULL_FUNCTION", mode);
    }
    return mode;
  }

  /** The plan alone does not switch threat protection on, so the default with PLUS is audit. */
  static Optional<StandardThreatProtectionMode> of(Given given, FeaturePlan plan) {
    var mode = given.one(ContextKey.THREAT_PROTECTION, StandardThreatProtectionMode.class);
    if (plan == FeaturePlan.PLUS) {
      return Optional.of(mode.orElse(StandardThreatProtectionMode.AUDIT_ONLY));
    }
    if (mode.isPresent()) {
      throw ContextKey.THREAT_PROTECTION.must(
          names ->
              names == Names.CONTEXT
                  ? "stand beside featurePlan=PLUS"
                  : "stand beside featurePlan(FeaturePlan.PLUS)",
          given.shown(ContextKey.THREAT_PROTECTION),
          "featurePlan=PLUS");
    }
    return Optional.empty();
  }

  /** Cognito's own names, in lower case. */
  static String spelling(StandardThreatProtectionMode mode) {
    return switch (mode) {
      case AUDIT_ONLY -> "audit";
      case FULL_FUNCTION -> "enforced";
      case NO_ENFORCEMENT -> "off";
    };
  }
}

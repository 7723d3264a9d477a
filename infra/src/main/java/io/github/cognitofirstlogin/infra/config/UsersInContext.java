package io.github.cognitofirstlogin.infra.config;

import io.github.cognitofirstlogin.infra.config.AuthConfig.ExistingPool;
import io.github.cognitofirstlogin.infra.config.AuthConfig.Users;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import software.amazon.awscdk.services.cognito.FeaturePlan;
import software.amazon.awscdk.services.cognito.Mfa;
import software.amazon.awscdk.services.cognito.StandardThreatProtectionMode;

/** How people sign in, as the context has it. */
public final class UsersInContext {
  /** What an app client has that nobody gave another value. */
  private static final int COGNITOS_SESSION_MINUTES = 3;

  /** Cognito's standard attributes that a person can be asked for. */
  private static final List<String> STANDARD_ATTRIBUTES =
      List.of(
          "address",
          "birthdate",
          "email",
          "family_name",
          "gender",
          "given_name",
          "locale",
          "middle_name",
          "name",
          "nickname",
          "phone_number",
          "picture",
          "preferred_username",
          "profile",
          "website",
          "zoneinfo");

  private UsersInContext() {}

  static Users users(Context context, List<Origin> origins) {
    var existing = existingPool(context);
    var featurePlan =
        context.choice(
            ContextKey.FEATURE_PLAN,
            List.of(FeaturePlan.LITE, FeaturePlan.ESSENTIALS, FeaturePlan.PLUS),
            FeaturePlan::name,
            FeaturePlan.ESSENTIALS);
    return new Users(
        existing,
        context.choice(
            ContextKey.MFA,
            List.of(Mfa.OFF, Mfa.OPTIONAL, Mfa.REQUIRED),
            mfa -> mfa.name().toLowerCase(Locale.ROOT),
            Mfa.OFF),
        requiredAttributes(context),
        featurePlan,
        threatProtection(context, featurePlan),
        context.whole(
            ContextKey.AUTH_SESSION_MINUTES,
            3,
            15,
            existing.flatMap(ExistingPool::clientId).isPresent() ? COGNITOS_SESSION_MINUTES : 15),
        context.whole(ContextKey.ACCESS_TOKEN_MINUTES, 15, 60, 60),
        context.whole(ContextKey.REFRESH_TOKEN_DAYS, 1, 3650, 30),
        context.flag(ContextKey.CONFIDENTIAL_CLIENT, false),
        signInUrl(context, origins),
        context.text(ContextKey.INVITATION_FROM).map(MailSender::parse));
  }

  /** The plan alone switches nothing on; where it can be had, Cognito at least looks on. */
  private static Optional<StandardThreatProtectionMode> threatProtection(
      Context context, FeaturePlan plan) {
    var mode =
        context.choice(
            ContextKey.THREAT_PROTECTION,
            List.of(
                StandardThreatProtectionMode.AUDIT_ONLY,
                StandardThreatProtectionMode.FULL_FUNCTION),
            UsersInContext::spelling,
            StandardThreatProtectionMode.AUDIT_ONLY);
    if (plan == FeaturePlan.PLUS) {
      return Optional.of(mode);
    }
    context
        .text(ContextKey.THREAT_PROTECTION)
        .ifPresent(
            text -> {
              throw ContextKey.THREAT_PROTECTION.must(
                  "stand beside featurePlan=PLUS", text, "featurePlan=PLUS");
            });
    return Optional.empty();
  }

  /** Cognito's own words, in lower case. */
  public static String spelling(StandardThreatProtectionMode mode) {
    return switch (mode) {
      case AUDIT_ONLY -> "audit";
      case FULL_FUNCTION -> "enforced";
      case NO_ENFORCEMENT -> "off";
    };
  }

  /** Refuses beside an existing pool or client what only its owner can set. */
  private static Optional<ExistingPool> existingPool(Context context) {
    var clientId = context.text(ContextKey.USER_POOL_CLIENT_ID).map(AwsId::clientId);
    context.requireBeside(ContextKey.USER_POOL_CLIENT_ID, ContextKey.USER_POOL_ID);
    for (var ofThePool :
        List.of(
            ContextKey.MFA,
            ContextKey.THREAT_PROTECTION,
            ContextKey.SIGN_IN_URL,
            ContextKey.INVITATION_FROM)) {
      context.refuseBeside(ofThePool, ContextKey.USER_POOL_ID);
    }
    for (var ofTheClient : List.of(ContextKey.ACCESS_TOKEN_MINUTES, ContextKey.FEATURE_PLAN)) {
      context.refuseBeside(ofTheClient, ContextKey.USER_POOL_CLIENT_ID);
    }
    return context
        .text(ContextKey.USER_POOL_ID)
        .map(AwsId::poolId)
        .map(id -> new ExistingPool(id, clientId));
  }

  /**
   * The page is on one of the origins that may call the API; the first is as good a guess as any.
   */
  private static Optional<SignInUrl> signInUrl(Context context, List<Origin> origins) {
    return context
        .text(ContextKey.SIGN_IN_URL)
        .map(SignInUrl::parse)
        .or(() -> origins.stream().findFirst().map(origin -> new SignInUrl(origin.value())));
  }

  private static List<String> requiredAttributes(Context context) {
    var names = context.list(ContextKey.REQUIRED_ATTRIBUTES);
    for (var name : names) {
      if (!STANDARD_ATTRIBUTES.contains(name)) {
        throw ContextKey.REQUIRED_ATTRIBUTES.must(
            "hold names out of " + String.join(", ", STANDARD_ATTRIBUTES), name);
      }
    }
    return names;
  }
}

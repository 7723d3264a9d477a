package io.github.cognitofirstlogin.infra.config;

import io.github.cognitofirstlogin.auth.contract.UserPoolClientType;
import java.util.List;
import java.util.Optional;
import software.amazon.awscdk.services.cognito.FeaturePlan;
import software.amazon.awscdk.services.cognito.Mfa;
import software.amazon.awscdk.services.cognito.StandardThreatProtectionMode;

/** The sign-in settings. For an existing pool or client they describe it, and change nothing. */
public record Users(
    Optional<ExistingPool> existingPool,
    OwnPool ownPool,
    FeaturePlan featurePlan,
    List<String> requiredAttributes,
    UserPoolClientType clientType,
    Lifetimes lifetimes) {
  /** A user pool that another team manages, and optionally one of its app clients. */
  public record ExistingPool(AwsId id, Optional<AwsId> clientId) {}

  /** Settings of a pool that this deployment creates. */
  public record OwnPool(
      Mfa mfa,
      Optional<StandardThreatProtectionMode> threatProtection,
      Optional<SignInUrl> signInUrl,
      Optional<MailSender> mailSender) {}

  static Users of(Given given, List<Origin> pages) {
    var existing = existingPool(given);
    var plan = given.one(ContextKey.FEATURE_PLAN, FeaturePlan.class).orElse(FeaturePlan.ESSENTIALS);
    return new Users(
        existing,
        new OwnPool(
            given.one(ContextKey.MFA, Mfa.class).orElse(Mfa.OFF),
            ThreatProtection.of(given, plan),
            signInUrl(given, pages),
            given.one(ContextKey.INVITATION_FROM, MailSender.class)),
        plan,
        given.list(ContextKey.REQUIRED_ATTRIBUTES, String.class),
        given.isOn(ContextKey.CONFIDENTIAL_CLIENT)
            ? UserPoolClientType.CONFIDENTIAL
            : UserPoolClientType.PUBLIC,
        Lifetimes.of(given, existing.flatMap(ExistingPool::clientId).isPresent()));
  }

  /** Refuses settings that only the owner of an existing pool or client can change. */
  private static Optional<ExistingPool> existingPool(Given given) {
    given.requireBeside(ContextKey.USER_POOL_CLIENT_ID, ContextKey.USER_POOL_ID);
    for (var ofThePool :
        List.of(
            ContextKey.MFA,
            ContextKey.THREAT_PROTECTION,
            ContextKey.SIGN_IN_URL,
            ContextKey.INVITATION_FROM)) {
      given.refuseBeside(ofThePool, ContextKey.USER_POOL_ID);
    }
    for (var ofTheClient : List.of(ContextKey.ACCESS_TOKEN_MINUTES, ContextKey.FEATURE_PLAN)) {
      given.refuseBeside(ofTheClient, ContextKey.USER_POOL_CLIENT_ID);
    }
    var clientId = given.one(ContextKey.USER_POOL_CLIENT_ID, AwsId.class);
    return given
        .one(ContextKey.USER_POOL_ID, AwsId.class)
        .map(id -> new ExistingPool(id, clientId));
  }

  /** The sign-in page is assumed to be on the first allowed origin. */
  private static Optional<SignInUrl> signInUrl(Given given, List<Origin> pages) {
    return given
        .one(ContextKey.SIGN_IN_URL, SignInUrl.class)
        .or(() -> pages.stream().findFirst().map(origin -> new SignInUrl(origin.value())));
  }
}

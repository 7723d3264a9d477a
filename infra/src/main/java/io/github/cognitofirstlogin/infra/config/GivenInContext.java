package io.github.cognitofirstlogin.infra.config;

import io.github.cognitofirstlogin.auth.contract.SameSite;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import software.amazon.awscdk.services.cognito.FeaturePlan;
import software.amazon.awscdk.services.cognito.Mfa;

/** Reads each key of the context as its type. */
final class GivenInContext {
  private GivenInContext() {}

  static Given read(Context context) {
    var given = new Given();
    for (var key : ContextKey.values()) {
      read(context, key).ifPresent(typed -> given.put(key, typed, context.shown(key)));
    }
    return given;
  }

  /** A new key does not compile until this switch reads it. */
  private static Optional<?> read(Context context, ContextKey key) {
    return switch (key) {
      case ALLOWED_ORIGINS ->
          context.list(key).map(texts -> texts.stream().map(Origin::parse).toList());
      case SIGN_IN_URL -> context.text(key).map(SignInUrl::parse);
      case COOKIE_DOMAIN -> context.text(key).map(HostName::cookieDomain);
      case COOKIE_SAME_SITE -> context.choice(key, List.of(SameSite.values()), SameSite::attribute);
      case API_DOMAIN_NAME -> context.text(key).map(text -> HostName.ownDomain(key, text));
      case CERTIFICATE_ARN -> context.text(key).map(AwsId::certificate);
      case HOSTED_ZONE_ID -> context.text(key).map(AwsId::zone);
      case HOSTED_ZONE_NAME -> context.text(key).map(text -> HostName.domain(key, text));
      case USER_POOL_ID -> context.text(key).map(AwsId::userPool);
      case USER_POOL_CLIENT_ID -> context.text(key).map(AwsId::userPoolClient);
      case CONFIDENTIAL_CLIENT, FRONT_DOOR -> context.flag(key);
      case MFA ->
          context.choice(
              key,
              List.of(Mfa.OFF, Mfa.OPTIONAL, Mfa.REQUIRED),
              mfa -> mfa.name().toLowerCase(Locale.ROOT));
      case REQUIRED_ATTRIBUTES -> context.list(key).map(StandardAttributes::require);
      case AUTH_SESSION_MINUTES -> Lifetimes.AUTH_SESSION.in(context);
      case ACCESS_TOKEN_MINUTES -> Lifetimes.ACCESS_TOKEN.in(context);
      case REFRESH_TOKEN_DAYS -> Lifetimes.REFRESH_TOKEN.in(context);
      case FEATURE_PLAN ->
          context.choice(
              key,
              List.of(FeaturePlan.LITE, FeaturePlan.ESSENTIALS, FeaturePlan.PLUS),
              FeaturePlan::name);
      case THREAT_PROTECTION ->
          context.choice(key, ThreatProtection.CHOICES, ThreatProtection::spelling);
      case ALARM_TOPIC_ARN -> context.text(key).map(AwsId::topic);
      case INVITATION_FROM -> context.text(key).map(MailSender::parse);
      case RESERVED_CONCURRENCY -> context.whole(key, Operations.CONCURRENCY);
      case WEB_ACL_ARN -> context.text(key).map(AwsId::webAcl);
      case STAGE -> context.text(key).map(Stage::parse);
    };
  }
}

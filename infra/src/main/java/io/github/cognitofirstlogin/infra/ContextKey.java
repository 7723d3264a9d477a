package io.github.cognitofirstlogin.infra;

import java.util.Locale;

/** Every key of CDK context that the app reads, with a value that would be right. */
enum ContextKey {
  ALLOWED_ORIGINS("allowedOrigins", "https://app.example.com"),
  COOKIE_DOMAIN("cookieDomain", "example.com"),
  COOKIE_SAME_SITE("cookieSameSite", "None"),
  API_DOMAIN_NAME("apiDomainName", "api.example.com"),
  CERTIFICATE_ARN(
      "certificateArn",
      "arn:aws:acm:eu-central-1:111122223333:certificate/01234567-89ab-cdef-0123-456789abcdef"),
  HOSTED_ZONE_ID("hostedZoneId", "Z0123456789ABCDEFGHIJ"),
  HOSTED_ZONE_NAME("hostedZoneName", "example.com"),
  MFA("mfa", "optional"),
  REQUIRED_ATTRIBUTES("requiredAttributes", "given_name"),
  AUTH_SESSION_MINUTES("authSessionMinutes", "15"),
  ACCESS_TOKEN_MINUTES("accessTokenMinutes", "60"),
  REFRESH_TOKEN_DAYS("refreshTokenDays", "30"),
  FEATURE_PLAN("featurePlan", "ESSENTIALS"),
  STAGE("stage", "test");

  private static final int LONGEST_SHOWN = 200;

  private final String key;
  private final String example;

  ContextKey(String key, String example) {
    this.key = key;
    this.example = example;
  }

  String key() {
    return key;
  }

  /** The refusal of a value that breaks the rule, a phrase that goes on from "must". */
  SynthesisRefused must(String rule, Object got) {
    return new SynthesisRefused(
        "context '%s' must %s, got '%s' (example: %s)".formatted(key, rule, shown(got), example));
  }

  /** The refusal of a value that means nothing without another one. */
  SynthesisRefused needs(ContextKey other, Object got) {
    return new SynthesisRefused(
        "context '%s' needs context '%s' beside it, got only '%s' (example: %s=%s)"
            .formatted(key, other.key, shown(got), other.key, other.example));
  }

  /** Whatever was typed, on one line and never longer than one. */
  private static String shown(Object got) {
    var text = new StringBuilder();
    String.valueOf(got)
        .codePoints()
        .limit(LONGEST_SHOWN)
        .forEach(
            c -> {
              if (Character.isISOControl(c) || Character.getType(c) == Character.LINE_SEPARATOR) {
                text.append(String.format(Locale.ROOT, "\\u%04x", c));
              } else {
                text.appendCodePoint(c);
              }
            });
    return text.toString();
  }
}

package io.github.cognitofirstlogin.infra.config;

/**
 * Every key of CDK context that the app reads, with a value that would be right. What is of a
 * region is of us-east-1, where CloudFront takes its certificate from, so that all examples fit
 * together.
 */
public enum ContextKey {
  ALLOWED_ORIGINS("allowedOrigins", "https://app.example.com"),
  SIGN_IN_URL("signInUrl", "https://app.example.com/login"),
  COOKIE_DOMAIN("cookieDomain", "example.com"),
  COOKIE_SAME_SITE("cookieSameSite", "None"),
  API_DOMAIN_NAME("apiDomainName", "api.example.com"),
  CERTIFICATE_ARN(
      "certificateArn",
      "arn:aws:acm:us-east-1:111122223333:certificate/01234567-89ab-cdef-0123-456789abcdef"),
  HOSTED_ZONE_ID("hostedZoneId", "Z0123456789ABCDEFGHIJ"),
  HOSTED_ZONE_NAME("hostedZoneName", "example.com"),
  USER_POOL_ID("userPoolId", "us-east-1_AbCdEfGhI"),
  USER_POOL_CLIENT_ID("userPoolClientId", "1example23456789abcdefghij"),
  CONFIDENTIAL_CLIENT("confidentialClient", "true"),
  MFA("mfa", "optional"),
  REQUIRED_ATTRIBUTES("requiredAttributes", "given_name"),
  AUTH_SESSION_MINUTES("authSessionMinutes", "15"),
  ACCESS_TOKEN_MINUTES("accessTokenMinutes", "60"),
  REFRESH_TOKEN_DAYS("refreshTokenDays", "30"),
  FEATURE_PLAN("featurePlan", "ESSENTIALS"),
  THREAT_PROTECTION("threatProtection", "enforced"),
  ALARM_TOPIC_ARN("alarmTopicArn", "arn:aws:sns:us-east-1:111122223333:alarms"),
  INVITATION_FROM("invitationFrom", "no-reply@example.com"),
  RESERVED_CONCURRENCY("reservedConcurrency", "50"),
  FRONT_DOOR("frontDoor", "true"),
  WEB_ACL_ARN(
      "webAclArn",
      "arn:aws:wafv2:us-east-1:111122223333:global/webacl/auth/01234567-89ab-cdef-0123-456789abcdef"),
  STAGE("stage", "test");

  private final String key;
  private final String example;

  ContextKey(String key, String example) {
    this.key = key;
    this.example = example;
  }

  public String key() {
    return key;
  }

  /** As a sentence names it. */
  String inContext() {
    return "context '%s'".formatted(key);
  }

  /** The refusal of a value that breaks the rule, a phrase that goes on from "must". */
  public SynthesisRefused must(String rule, Object got) {
    return must(rule, got, example);
  }

  /** The same where only another example would be right. */
  public SynthesisRefused must(String rule, Object got, String rightExample) {
    return new SynthesisRefused(
        "context '%s' must %s, got '%s' (example: %s)"
            .formatted(key, rule, OneLine.of(got), OneLine.of(rightExample)));
  }

  /** The refusal of a value that means nothing without another one. */
  SynthesisRefused needs(ContextKey other, Object got) {
    return new SynthesisRefused(
        "context '%s' needs context '%s' beside it, got only '%s' (example: %s=%s)"
            .formatted(key, other.key, OneLine.of(got), other.key, other.example));
  }

  /** The refusal of a value that cannot have an effect because of another one. */
  SynthesisRefused cannotStandBeside(ContextKey other, Object got) {
    return new SynthesisRefused(
        "context '%s' has no effect beside context '%s', leave one of them out, got '%s'"
            .formatted(key, other.key, OneLine.of(got)));
  }
}

package io.github.cognitofirstlogin.infra.config;

import java.util.HashSet;
import java.util.List;
import java.util.function.Function;

/**
 * Every setting of a deployment: its context key, its name in Java, and a valid example. Regional
 * examples are of us-east-1, where CloudFront's certificates must be, so that all examples fit
 * together.
 */
public enum ContextKey {
  ALLOWED_ORIGINS("allowedOrigins", Java.TEXT, "https://app.example.com"),
  SIGN_IN_URL("signInUrl", Java.TEXT, "https://app.example.com/login"),
  COOKIE_DOMAIN("cookieDomain", Java.TEXT, "example.com"),
  COOKIE_SAME_SITE("cookieSameSite", Java.TYPE, "None"),
  API_DOMAIN_NAME("apiDomainName", Java.TEXT, "api.example.com"),
  CERTIFICATE_ARN(
      "certificateArn",
      "the certificate of apiDomainName(...)",
      "arn:aws:acm:us-east-1:111122223333:certificate/01234567-89ab-cdef-0123-456789abcdef"),
  HOSTED_ZONE_ID("hostedZoneId", "hostedZone(...)", "Z0123456789ABCDEFGHIJ"),
  HOSTED_ZONE_NAME("hostedZoneName", "the name of hostedZone(...)", "example.com"),
  USER_POOL_ID("userPoolId", "existingUserPool(...)", "us-east-1_AbCdEfGhI"),
  USER_POOL_CLIENT_ID(
      "userPoolClientId", "existingUserPoolClient(...)", "1example23456789abcdefghij"),
  CONFIDENTIAL_CLIENT("confidentialClient", Java.TYPE, "true"),
  MFA("mfa", Java.TYPE, "optional"),
  REQUIRED_ATTRIBUTES("requiredAttributes", Java.TEXT, "given_name"),
  AUTH_SESSION_MINUTES("authSessionMinutes", "authSessionValidity(...)", "15"),
  ACCESS_TOKEN_MINUTES("accessTokenMinutes", "accessTokenValidity(...)", "60"),
  REFRESH_TOKEN_DAYS("refreshTokenDays", "refreshTokenValidity(...)", "30"),
  FEATURE_PLAN("featurePlan", Java.TYPE, "ESSENTIALS"),
  THREAT_PROTECTION("threatProtection", Java.TYPE, "enforced"),
  ALARM_TOPIC_ARN("alarmTopicArn", "alarmTopic(...)", "arn:aws:sns:us-east-1:111122223333:alarms"),
  INVITATION_FROM("invitationFrom", Java.TEXT, "no-reply@example.com"),
  RESERVED_CONCURRENCY("reservedConcurrency", Java.TYPE, "50"),
  FRONT_DOOR("frontDoor", Java.TYPE, "true"),
  WEB_ACL_ARN(
      "webAclArn",
      Java.TEXT,
      "arn:aws:wafv2:us-east-1:111122223333:global/webacl/auth/01234567-89ab-cdef-0123-456789abcdef"),
  STAGE("stage", Java.NONE, "test");

  /** The argument of the builder's method with the same name as the key. */
  private enum Java {
    TEXT,
    TYPE,
    /** The builder has no such method, because another app's stack has its own name. */
    NONE
  }

  private final String key;
  private final String inJava;
  private final boolean textInJava;
  private final String example;

  ContextKey(String key, Java java, String example) {
    this(key, key + "(...)", java == Java.TEXT, example);
  }

  /** For a key whose method has another name and another argument type. */
  ContextKey(String key, String inJava, String example) {
    this(key, inJava, false, example);
  }

  ContextKey(String key, String inJava, boolean textInJava, String example) {
    this.key = key;
    this.inJava = inJava;
    this.textInJava = textInJava;
    this.example = example;
  }

  public String key() {
    return key;
  }

  String example() {
    return example;
  }

  /** The name of a builder's method in a sentence. */
  String inJava() {
    return inJava;
  }

  boolean isTextInJava() {
    return textInJava;
  }

  /** The refusal of a value that breaks a rule; the rule is a phrase after "must". */
  public SynthesisRefused must(String rule, Object got) {
    return must(rule, got, example);
  }

  /** The same refusal with another example. */
  public SynthesisRefused must(String rule, Object got, String rightExample) {
    return must(names -> rule, got, rightExample);
  }

  /** The same refusal for a rule that names another setting. */
  SynthesisRefused must(Function<Names, String> rule, Object got, String rightExample) {
    return new SynthesisRefused(
        names ->
            "%s must %s, got '%s'%s"
                .formatted(
                    names.of(this),
                    rule.apply(names),
                    OneLine.of(got),
                    names.example(this, rightExample)));
  }

  /** The refusal of a value that has no effect without another key. */
  SynthesisRefused needs(ContextKey other, Object got) {
    return new SynthesisRefused(
        names ->
            "%s needs %s beside it, got only '%s'%s"
                .formatted(
                    names.of(this), names.of(other), OneLine.of(got), names.examplePair(other)));
  }

  /** The refusal of a value that has no effect because of another key. */
  SynthesisRefused cannotStandBeside(ContextKey other, Object got) {
    return new SynthesisRefused(
        names ->
            "%s has no effect beside %s, leave one of them out, got '%s'"
                .formatted(names.of(this), names.of(other), OneLine.of(got)));
  }

  /** Refuses a list with a repeated value. */
  public <T> List<T> once(List<T> values) {
    var seen = new HashSet<T>();
    for (var value : values) {
      if (!seen.add(value)) {
        throw must("name each value once", value);
      }
    }
    return values;
  }
}

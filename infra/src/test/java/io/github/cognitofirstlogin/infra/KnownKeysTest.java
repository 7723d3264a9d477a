package io.github.cognitofirstlogin.infra;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KnownKeysTest {
  @Test
  void everyKeyOfOursIsKnown() {
    assertThatCode(
            () -> KnownKeys.check(Arrays.stream(ContextKey.values()).map(ContextKey::key).toList()))
        .doesNotThrowAnyException();
  }

  @Test
  void keysInCdkJsonAreKnown() {
    assertThatCode(() -> KnownKeys.check(Synthesized.context().keySet()))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "allowedOrigin, allowedOrigins",
    "allowedorigins, allowedOrigins",
    "allowed-origins, allowedOrigins",
    "ALLOWED_ORIGINS, allowedOrigins",
    "allowdOrigins, allowedOrigins",
    "alowedOrigns, allowedOrigins",
    "origins, allowedOrigins",
    "origin, allowedOrigins",
    "signinURL, signInUrl",
    "sign-in-url, signInUrl",
    "loginSignInUrl, signInUrl",
    "cookieDomains, cookieDomain",
    "cokieDomain, cookieDomain",
    "coookieDomain, cookieDomain",
    "cookieDomian, cookieDomain",
    "cookieSamesite, cookieSameSite",
    "sameSite, cookieSameSite",
    "domainName, apiDomainName",
    "apiDomain, apiDomainName",
    "certificate, certificateArn",
    "certificateARN, certificateArn",
    "requiredAttribute, requiredAttributes",
    "userPoolID, userPoolId",
    "frontdoor, frontDoor",
    "webAcl, webAclArn",
    "userPoolClient, userPoolClientId",
    "clientId, userPoolClientId",
    "authSessionMinute, authSessionMinutes",
    "accessTokenMinuts, accessTokenMinutes",
    "refreshTokenDay, refreshTokenDays",
    "featureplan, featurePlan",
    "threatprotection, threatProtection",
    "alarmTopic, alarmTopicArn",
    "invitationForm, invitationFrom",
    "reservedConcurency, reservedConcurrency",
    "MFA, mfa",
    "mfaa, mfa",
    "maf, mfa",
    "mfaMode, mfa",
    "stageName, stage",
    "Stage, stage",
    "stages, stage",
    "stgae, stage",
    "sage, stage"
  })
  void misspeltKeyIsRefusedWithTheRightOne(String typed, String meant) {
    assertThatThrownBy(() -> KnownKeys.check(List.of(typed)))
        .isInstanceOf(SynthesisRefused.class)
        .hasMessage(
            "context '%s' is not a key of this app, did you mean '%s'?".formatted(typed, meant));
  }

  @ParameterizedTest
  @CsvSource({
    "domain, apiDomainName' or 'cookieDomain",
    "userPool, userPoolClientId' or 'userPoolId",
    "hostedZone, hostedZoneId' or 'hostedZoneName"
  })
  void keyBetweenTwoOfOursNamesBoth(String typed, String meant) {
    assertThatThrownBy(() -> KnownKeys.check(List.of(typed)))
        .hasMessage(
            "context '%s' is not a key of this app, did you mean '%s'?".formatted(typed, meant));
  }

  @Test
  void oddKeyIsShownOnOneLine() {
    assertThatThrownBy(() -> KnownKeys.check(List.of("allowed\nOrigins")))
        .message()
        .startsWith("context 'allowed\\u000aOrigins' is not a key of this app");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@aws-cdk/core:checkSecretUsage",
        "aws:cdk:enable-path-metadata",
        "aws-cdk:enableDiffNoFail",
        "cli-telemetry",
        "acknowledged-issue-numbers",
        "availability-zones:account=111122223333:region=eu-central-1",
        "hosted-zone:account=111122223333:domainName=example.com:region=eu-central-1",
        "acme:stage",
        "owner",
        "team",
        "costCenter",
        "environment",
        "region",
        "account",
        "vpcId",
        "env",
        "session",
        "minutes",
        "name"
      })
  void keyOfSomebodyElseIsLeftAlone(String key) {
    assertThatCode(() -> KnownKeys.check(List.of(key))).doesNotThrowAnyException();
  }
}

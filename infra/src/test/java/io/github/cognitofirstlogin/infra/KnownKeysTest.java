package io.github.cognitofirstlogin.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cognitofirstlogin.infra.config.AuthConfig;
import io.github.cognitofirstlogin.infra.config.CliContext;
import io.github.cognitofirstlogin.infra.config.ContextKey;
import io.github.cognitofirstlogin.infra.config.KnownKeys;
import io.github.cognitofirstlogin.infra.config.SynthesisRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KnownKeysTest {
  @Test
  void everyKeyOfOursIsKnown() {
    assertThat(KnownKeys.unknown(Arrays.stream(ContextKey.values()).map(ContextKey::key).toList()))
        .isEmpty();
  }

  @Test
  void keysInCdkJsonAreKnown() {
    assertThat(KnownKeys.unknown(Synthesized.context().keySet())).isEmpty();
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
    assertThatThrownBy(() -> KnownKeys.unknown(List.of(typed)))
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
    assertThatThrownBy(() -> KnownKeys.unknown(List.of(typed)))
        .hasMessage(
            "context '%s' is not a key of this app, did you mean '%s'?".formatted(typed, meant));
  }

  @Test
  void oddKeyIsShownOnOneLine() {
    assertThatThrownBy(() -> KnownKeys.unknown(List.of("allowed\nOrigins")))
        .message()
        .startsWith("context 'allowed\\u000aOrigins' is not a key of this app");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@aws-cdk/core:checkSecretUsage",
        "@aws-cdk-containers/ecs-service-extensions:enableDefaultLogDriver",
        "aws:cdk:enable-path-metadata",
        "aws:cdk:bundling-stacks",
        "aws-cdk:enableDiffNoFail",
        "cli-telemetry",
        "acknowledged-issue-numbers",
        "ami:account=111122223333:filters.name.0=a:region=eu-central-1",
        "availability-zones:account=111122223333:region=eu-central-1",
        "cc-api-provider:account=111122223333:typeName=AWS::RDS::DBInstance:region=eu-central-1",
        "hosted-zone:account=111122223333:domainName=example.com:region=eu-central-1",
        "key-provider:account=111122223333:aliasName=alias/a:region=eu-central-1",
        "ssm:account=111122223333:parameterName=/a/b:region=eu-central-1",
        "vpc-provider:account=111122223333:filter.vpc-id=vpc-1:region=eu-central-1"
      })
  void keyOfTheCdkIsKnown(String key) {
    assertThat(KnownKeys.unknown(List.of(key))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "acme:stage",
        "@acme/mfa",
        "owner",
        "team",
        "costCenter",
        "environment",
        "region",
        "account",
        "plan",
        "memory",
        "vpcId",
        "env",
        "session",
        "minutes",
        "name"
      })
  void keyIdThatWasNeverIssuedIsUnknownAndNotRefused(String key) {
    assertThat(KnownKeys.unknown(List.of(key, "mfa"))).containsExactly(key);
  }

  @Test
  void unknownKeysAreNamedInOneWarning() {
    assertThat(
            Others.notes(
                Map.of("plan", "PLUS", "region", "eu-west-1", "memory", "512\n", "stage", "a")))
        .singleElement()
        .asString()
        .startsWith(
            "These context keys have no effect, because neither this app nor the CDK knows them:"
                + " memory, plan, region. README.md lists the keys of this app.");
  }

  @Test
  void contextOfCdkJsonIsWarnedOfByNoOne() {
    assertThat(Others.notes(Map.of())).isEmpty();
  }

  @Test
  void keysOfAPersonAndOfLookUpsAreNotWarnedOf(@TempDir Path home, @TempDir Path project)
      throws IOException {
    Files.writeString(
        home.resolve(".cdk.json"), "{\"context\":{\"team\":\"a\"},\"toolkitStackName\":\"b\"}");
    Files.writeString(project.resolve("cdk.context.json"), "{\"looked-up\":1}");
    var config = AuthConfig.from(Map.of("team", "a", "looked-up", 1, "plan", "PLUS"));

    assertThat(config.ignoring(CliContext.keysOfOthers(home, project)).unknownKeys())
        .containsExactly("plan");
    assertThat(CliContext.keysOfOthers(project, home)).isEmpty();
  }
}

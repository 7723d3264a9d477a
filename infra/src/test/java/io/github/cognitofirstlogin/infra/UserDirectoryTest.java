package io.github.cognitofirstlogin.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cognitofirstlogin.leaks.Hostile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UserDirectoryTest {
  private static final Synthesized STACK = Synthesized.plain();
  private static final Synthesized FULL = Synthesized.full();
  private static final Synthesized CONFIDENTIAL =
      Synthesized.with(Map.of("confidentialClient", true));
  private static final Synthesized LITE = Synthesized.with(Map.of("featurePlan", "LITE"));

  @Test
  void userPoolKeepsItsLogicalId() {
    // A new id is a new, empty user pool.
    assertThat(STACK.onlyId("AWS::Cognito::UserPool")).isEqualTo("UsersPoolBFC35D3B");
    assertThat(FULL.onlyId("AWS::Cognito::UserPool")).isEqualTo("UsersPoolBFC35D3B");
  }

  @Test
  void userPoolOutlivesItsStack() {
    var pool = STACK.only("AWS::Cognito::UserPool");

    assertThat(pool.get("DeletionPolicy").asText()).isEqualTo("Retain");
    assertThat(pool.get("UpdateReplacePolicy").asText()).isEqualTo("Retain");
    assertThat(pool.at("/Properties/DeletionProtection").asText()).isEqualTo("ACTIVE");
  }

  @Test
  void onlyAdministratorsCreateUsers() {
    assertThat(pool(STACK).at("/AdminCreateUserConfig/AllowAdminCreateUserOnly").asBoolean())
        .isTrue();
  }

  @Test
  void usernamesAreCaseInsensitive() {
    assertThat(pool(STACK).at("/UsernameConfiguration/CaseSensitive").asBoolean(true)).isFalse();
  }

  @Test
  void peopleSignInByUsernameOrEmail() {
    assertThat(Synthesized.texts(pool(STACK).get("AliasAttributes"))).containsExactly("email");
    assertThat(pool(STACK).has("UsernameAttributes")).isFalse();
  }

  @Test
  void changedEmailCountsOnlyOnceVerified() {
    assertThat(
            Synthesized.texts(
                pool(STACK)
                    .at("/UserAttributeUpdateSettings/AttributesRequireVerificationBeforeUpdate")))
        .containsExactly("email");
  }

  @Test
  void accountsAreRecoveredByEmailOnly() {
    assertThat(pool(STACK).at("/AccountRecoverySetting/RecoveryMechanisms"))
        .isEqualTo(Synthesized.json("[{\"Name\":\"verified_email\",\"Priority\":1}]"));
  }

  @Test
  void passwordsAreLongAndMixed() {
    var policy = pool(STACK).at("/Policies/PasswordPolicy");

    assertThat(policy.get("MinimumLength").asInt()).isGreaterThanOrEqualTo(12);
    for (var rule :
        List.of("RequireUppercase", "RequireLowercase", "RequireNumbers", "RequireSymbols")) {
      assertThat(policy.get(rule).asBoolean()).as(rule).isTrue();
    }
  }

  @Test
  void temporaryPasswordsLastAWeek() {
    assertThat(pool(STACK).at("/Policies/PasswordPolicy/TemporaryPasswordValidityDays").asInt())
        .isEqualTo(7);
  }

  @Test
  void earlierPasswordsAreRefusedWhereThePlanCanTell() {
    assertThat(pool(STACK).at("/Policies/PasswordPolicy/PasswordHistorySize").asInt()).isPositive();
    assertThat(pool(LITE).at("/Policies/PasswordPolicy").has("PasswordHistorySize")).isFalse();
  }

  @Test
  void featurePlanIsTheConfiguredOne() {
    assertThat(pool(STACK).get("UserPoolTier").asText()).isEqualTo("ESSENTIALS");
    assertThat(pool(LITE).get("UserPoolTier").asText()).isEqualTo("LITE");
    assertThat(pool(FULL).get("UserPoolTier").asText()).isEqualTo("PLUS");
  }

  @Test
  void threatProtectionLogsWithThePlanPlusAndBlocksWhenEnforced() {
    assertThat(pool(Synthesized.with(Map.of("featurePlan", "PLUS"))).get("UserPoolAddOns"))
        .isEqualTo(Synthesized.json("{\"AdvancedSecurityMode\":\"AUDIT\"}"));
    assertThat(pool(FULL).get("UserPoolAddOns"))
        .isEqualTo(Synthesized.json("{\"AdvancedSecurityMode\":\"ENFORCED\"}"));
  }

  @Test
  void poolThatComesDownFromPlusSwitchesThreatProtectionOff() {
    assertThat(pool(STACK).get("UserPoolAddOns"))
        .isEqualTo(Synthesized.json("{\"AdvancedSecurityMode\":\"OFF\"}"));
  }

  /** It is not known whether Cognito accepts a switched-off feature of a higher plan in LITE. */
  @Test
  void liteLeavesOutSettingsThatItDoesNotHave() {
    assertThat(pool(LITE).has("UserPoolAddOns")).isFalse();
    assertThat(LITE.properties("AWS::Cognito::UserPoolClient").has("RefreshTokenRotation"))
        .isFalse();
  }

  @Test
  void requiredMfaCausesANoteAboutTheTwoDeployments() {
    assertThat(Others.notes(Map.of("mfa", "required")))
        .anyMatch(
            note ->
                note.contains("a deployment with optional MFA before this one (context 'mfa')"));
    assertThat(Others.notes(Map.of("mfa", "optional"))).isEmpty();
  }

  @Test
  void secondFactorIsAnAuthenticatorAppAndNothingElse() {
    assertThat(pool(STACK).get("MfaConfiguration").asText()).isEqualTo("OFF");
    assertThat(pool(STACK).has("EnabledMfas")).isFalse();
    assertThat(pool(FULL).get("MfaConfiguration").asText()).isEqualTo("ON");
    assertThat(Synthesized.texts(pool(FULL).get("EnabledMfas")))
        .containsExactly("SOFTWARE_TOKEN_MFA");
    assertThat(pool(Synthesized.with(Map.of("mfa", "optional"))).get("MfaConfiguration").asText())
        .isEqualTo("OPTIONAL");
  }

  @Test
  void poolMaySendNoTextMessage() {
    assertThat(pool(FULL).has("SmsConfiguration")).isFalse();
  }

  @Test
  void requiredAttributesSurviveAnUpdateOfThePool() {
    assertThat(pool(FULL).get("Schema"))
        .isEqualTo(
            Synthesized.json(
                """
                [{"Name":"given_name","AttributeDataType":"String","Required":true,"Mutable":true},
                 {"Name":"email","AttributeDataType":"String","Required":true,"Mutable":true}]
                """));
    assertThat(pool(STACK).has("Schema")).isFalse();
  }

  @Test
  void clientBelongsToThePool() {
    assertThat(client(STACK).get("UserPoolId"))
        .isEqualTo(Synthesized.ref(STACK.onlyId("AWS::Cognito::UserPool")));
  }

  @Test
  void clientSignsInByPasswordAndBySrpOnly() {
    assertThat(Synthesized.texts(client(STACK).get("ExplicitAuthFlows")))
        .containsExactlyInAnyOrder("ALLOW_USER_PASSWORD_AUTH", "ALLOW_USER_SRP_AUTH");
  }

  @Test
  void refreshTokensRotateWithAMinuteOfGrace() {
    assertThat(client(STACK).get("RefreshTokenRotation"))
        .isEqualTo(Synthesized.json("{\"Feature\":\"ENABLED\",\"RetryGracePeriodSeconds\":60}"));
  }

  @Test
  void planWithoutRotationRefreshesByTheOldFlow() {
    assertThat(client(LITE).has("RefreshTokenRotation")).isFalse();
    assertThat(Synthesized.texts(client(LITE).get("ExplicitAuthFlows")))
        .contains("ALLOW_REFRESH_TOKEN_AUTH");
  }

  @Test
  void clientHasNoOauthAndNoSecret() {
    assertThat(client(STACK).get("AllowedOAuthFlowsUserPoolClient").asBoolean(true)).isFalse();
    assertThat(client(STACK).has("AllowedOAuthFlows")).isFalse();
    assertThat(client(STACK).has("AllowedOAuthScopes")).isFalse();
    assertThat(client(STACK).has("CallbackURLs")).isFalse();
    assertThat(client(STACK).get("GenerateSecret").asBoolean(true)).isFalse();
  }

  @Test
  void confidentialClientHasASecretAndPassesAddressesOn() {
    assertThat(client(CONFIDENTIAL).get("GenerateSecret").asBoolean()).isTrue();
    assertThat(client(CONFIDENTIAL).get("EnablePropagateAdditionalUserContextData").asBoolean())
        .isTrue();
    assertThat(client(STACK).has("EnablePropagateAdditionalUserContextData")).isFalse();
  }

  @Test
  @Hostile("L9")
  void noTemplateReadsTheClientsSecret() {
    assertThat(CONFIDENTIAL.template().toString()).doesNotContain("\"ClientSecret\"");
    assertThat(CONFIDENTIAL.template().get("Resources"))
        .extracting(resource -> resource.get("Type").asText())
        .noneMatch(type -> type.startsWith("Custom::"));
  }

  @Test
  void unknownUsersLookLikeKnownOnes() {
    assertThat(client(STACK).get("PreventUserExistenceErrors").asText()).isEqualTo("ENABLED");
  }

  @Test
  void tokensCanBeRevoked() {
    assertThat(client(STACK).get("EnableTokenRevocation").asBoolean()).isTrue();
  }

  @Test
  void newPasswordMayTakeFifteenMinutesToChoose() {
    assertThat(client(STACK).get("AuthSessionValidity").asInt()).isEqualTo(15);
    assertThat(client(FULL).get("AuthSessionValidity").asInt()).isEqualTo(5);
  }

  @Test
  void tokensLiveAsLongAsConfigured() {
    assertThat(client(STACK).get("AccessTokenValidity").asInt()).isEqualTo(60);
    assertThat(client(STACK).get("RefreshTokenValidity").asInt()).isEqualTo(30 * 24 * 60);
    assertThat(client(FULL).get("AccessTokenValidity").asInt()).isEqualTo(30);
    assertThat(client(FULL).get("IdTokenValidity").asInt()).isEqualTo(30);
    assertThat(client(FULL).get("RefreshTokenValidity").asInt()).isEqualTo(7 * 24 * 60);
    assertThat(client(FULL).get("TokenValidityUnits"))
        .isEqualTo(
            Synthesized.json(
                """
                {"AccessToken":"minutes","IdToken":"minutes","RefreshToken":"minutes"}
                """));
  }

  @Test
  void peopleCannotChangeWhatTheirSignInHangsOn() {
    assertThat(Synthesized.texts(client(STACK).get("WriteAttributes")))
        .doesNotContain("email", "phone_number", "preferred_username");
  }

  @Test
  void requiredAttributesAreWritableAtTheFirstLogin() {
    assertThat(Synthesized.texts(client(FULL).get("WriteAttributes")))
        .contains("given_name", "email");
  }

  private static JsonNode pool(Synthesized stack) {
    return stack.properties("AWS::Cognito::UserPool");
  }

  private static JsonNode client(Synthesized stack) {
    return stack.properties("AWS::Cognito::UserPoolClient");
  }
}

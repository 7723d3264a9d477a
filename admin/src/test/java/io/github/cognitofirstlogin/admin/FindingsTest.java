package io.github.cognitofirstlogin.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The findings about settings that the local pool does not have, but an existing pool may have. */
class FindingsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ARN = "arn:aws:lambda:eu-west-1:111122223333:function:trigger";

  /** A pool and a client without findings. */
  private static final String POOL =
      """
      {"AdminCreateUserConfig":{"AllowAdminCreateUserOnly":true},"AliasAttributes":["email"],
       "UsernameConfiguration":{"CaseSensitive":false},
       "EmailConfiguration":{"EmailSendingAccount":"DEVELOPER"}}""";

  private static final String CLIENT =
      """
      {"ExplicitAuthFlows":["ALLOW_USER_PASSWORD_AUTH"],"PreventUserExistenceErrors":"ENABLED",
       "EnableTokenRevocation":true,"AuthSessionValidity":15,
       "RefreshTokenRotation":{"Feature":"ENABLED","RetryGracePeriodSeconds":60}}""";

  @Test
  void poolAndClientAsTheStackMakesThemAreNotSpokenOf() {
    assertThat(ofPool("{}")).isEmpty();
    assertThat(ofClient("{}")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"ChallengeRequiredOnNewDevice\":false,\"DeviceOnlyRememberedOnUserPrompt\":false}",
        "{\"ChallengeRequiredOnNewDevice\":true,\"DeviceOnlyRememberedOnUserPrompt\":true}"
      })
  void poolThatRemembersDevicesCannotRenewSessions(String configuration) {
    assertThat(ofPool("{\"DeviceConfiguration\":%s}".formatted(configuration)))
        .singleElement()
        .asString()
        .startsWith("MISSING Sessions cannot be renewed: the pool remembers devices")
        .contains("everybody is signed out when the access token ends");
  }

  @Test
  void deviceConfigurationThatIsNullIsOff() {
    assertThat(ofPool("{\"DeviceConfiguration\":null}")).isEmpty();
  }

  @Test
  void secretInSecretsManagerIsSaidAndTheClientIsConfidential() {
    var client = "{\"ClientSecretArn\":\"arn:aws:secretsmanager:eu-west-1:111122223333:secret:x\"}";

    assertThat(ofClient(client))
        .singleElement()
        .asString()
        .startsWith("MISSING The client's secret is kept in Secrets Manager")
        .contains("PublishSecretsInAWSSecretsManager false");
    assertThat(
            DeployWith.context(description(POOL, "{}"), Optional.of(description(CLIENT, client))))
        .contains("-c confidentialClient=true");
  }

  @Test
  void updatedIssuerIsSaid() {
    assertThat(ofPool("{\"IssuerConfiguration\":{\"Type\":\"UPDATED\"}}"))
        .singleElement()
        .asString()
        .startsWith("NOTE    Tokens name the issuer https://issuer-cognito-idp.");
    assertThat(ofPool("{\"IssuerConfiguration\":{\"Type\":\"ORIGINAL\"}}")).isEmpty();
  }

  @Test
  void passwordlessFactorsAreNamed() {
    assertThat(
            ofPool(
                "{\"Policies\":{\"SignInPolicy\":{\"AllowedFirstAuthFactors\":"
                    + "[\"PASSWORD\",\"EMAIL_OTP\",\"WEB_AUTHN\"]}}}"))
        .singleElement()
        .asString()
        .startsWith(
            "NOTE    The pool lets people sign in without a password (EMAIL_OTP, WEB_AUTHN)")
        .contains("bin/invite refuses to create users");
    assertThat(
            ofPool(
                "{\"Policies\":{\"SignInPolicy\":{\"AllowedFirstAuthFactors\":[\"PASSWORD\"]}}}"))
        .isEmpty();
  }

  @Test
  void clientThatLetsPeopleChooseIsNamed() {
    assertThat(
            ofClient("{\"ExplicitAuthFlows\":[\"ALLOW_USER_PASSWORD_AUTH\",\"ALLOW_USER_AUTH\"]}"))
        .singleElement()
        .asString()
        .startsWith("NOTE    The client allows USER_AUTH");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"UsernameAttributes\":[\"email\"],\"AliasAttributes\":[]}"
            + "|NOTE    People sign in with email, and Cognito makes a UUID their user name",
        "{\"AliasAttributes\":[]}|NOTE    People sign in with the user name alone",
        "{\"AliasAttributes\":[\"phone_number\"]}"
            + "|NOTE    People sign in with the user name or phone_number",
        "{\"UsernameConfiguration\":{\"CaseSensitive\":true}}"
            + "|NOTE    User names are case-sensitive",
        "{\"UsernameConfiguration\":null}|NOTE    User names are case-sensitive",
        "{\"EmailConfiguration\":{\"EmailSendingAccount\":\"COGNITO_DEFAULT\"}}"
            + "|NOTE    Cognito itself sends the mails: 50 a day",
        "{\"EmailConfiguration\":null}|NOTE    Cognito itself sends the mails: 50 a day",
        "{\"SmsConfigurationFailure\":\"SNSSandbox\"}"
            + "|WEAK    Cognito reports that it cannot send to everybody: SNSSandbox",
        "{\"Policies\":{\"PasswordPolicy\":{\"TemporaryPasswordValidityDays\":1}}}"
            + "|NOTE    A temporary password expires after 1 day, where",
        "{\"AccountRecoverySetting\":{\"RecoveryMechanisms\":[{\"Name\":\"admin_only\"}]}}"
            + "|WEAK    Nobody can recover a forgotten password",
        "{\"AccountRecoverySetting\":{\"RecoveryMechanisms\":[{\"Name\":\"verified_phone_number\"}]}}"
            + "|WEAK    Only people with a verified phone number can recover",
        "{\"MfaConfiguration\":\"ON\"}|NOTE    Everybody needs a second factor",
        "{\"DeletionProtection\":\"INACTIVE\"}|WEAK    One call deletes the pool",
        "{\"UserPoolAddOns\":{\"AdvancedSecurityMode\":\"AUDIT\"}}"
            + "|WEAK    Threat protection (AUDIT) sees the function's address",
        "{\"SchemaAttributes\":[{\"Name\":\"updated_at\",\"Required\":true,\"Mutable\":true}]}"
            + "|MISSING Nobody can give the required attribute 'updated_at'",
        "{\"SchemaAttributes\":[{\"Name\":\"name\",\"Required\":true,\"Mutable\":false}]}"
            + "|NOTE    The required attribute 'name' cannot be changed once it is set"
      })
  void settingOfThePoolIsSaid(String settings, String said) {
    assertThat(ofPool(settings)).singleElement().asString().startsWith(said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"RefreshTokenRotation\":{\"Feature\":\"ENABLED\",\"RetryGracePeriodSeconds\":0}}"
            + "|WEAK    Two tabs that refresh at the same time may end the session",
        "{\"SupportedIdentityProviders\":[\"COGNITO\",\"Google\"]}"
            + "|NOTE    People who sign in with Google have no password",
        "{\"AllowedOAuthFlowsUserPoolClient\":true,\"AllowedOAuthFlows\":[\"implicit\"]}"
            + "|WEAK    OAuth is enabled too, with the implicit grant"
      })
  void settingOfTheClientIsSaid(String settings, String said) {
    assertThat(ofClient(settings)).singleElement().asString().startsWith(said);
  }

  @Test
  void callersAddressReachesThreatProtectionFromAClientThatSendsIt() {
    assertThat(
            lines(
                "{\"UserPoolAddOns\":{\"AdvancedSecurityMode\":\"ENFORCED\"}}",
                "{\"ClientSecret\":\"s\",\"EnablePropagateAdditionalUserContextData\":true}"))
        .singleElement()
        .asString()
        .startsWith("NOTE    Threat protection may refuse a sign-in");
  }

  @Test
  void attributeThatNoPageAsksForIsNotInTheCommand() {
    var pool =
        "{\"SchemaAttributes\":[{\"Name\":\"updated_at\",\"Required\":true},"
            + "{\"Name\":\"name\",\"Required\":true},{\"Name\":\"sub\",\"Required\":true}]}";

    assertThat(DeployWith.context(description(POOL, pool), Optional.empty()))
        .contains("-c requiredAttributes=name");
  }

  @Test
  void triggersThatCanRefuseASignInAreNamed() {
    assertThat(
            triggers(
                "PreAuthentication", "UserMigration", "DefineAuthChallenge", "PostConfirmation"))
        .containsExactly(
            "NOTE    Triggers run within the calls of this API, which wait for them:"
                + " PreAuthentication, UserMigration, PostConfirmation (a person that one of them"
                + " refuses gets rejected_by_policy, see docs/operations.md)");
  }

  @Test
  void triggerThatMakesTokensLargerIsNamedInEitherForm() {
    for (var lines :
        List.of(
            triggers("PreTokenGeneration"),
            ofPool(
                "{\"LambdaConfig\":{\"PreTokenGenerationConfig\":{\"LambdaArn\":\"%s\"}}}"
                    .formatted(ARN)))) {
      assertThat(lines)
          .satisfiesExactly(
              runs -> assertThat(runs).contains("wait for them: PreTokenGeneration ("),
              grows -> assertThat(grows).contains("too large for a cookie"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "PreSignUp,PreSignUp runs for each user that bin/invite creates",
    "CustomMessage,CustomMessage writes the invitations"
  })
  void triggerOfInvitationsIsNamed(String trigger, String said) {
    assertThat(triggers(trigger)).singleElement().asString().startsWith("NOTE    " + said);
  }

  @Test
  void triggerThatSendsTheMailsIsNamedAndCognitosLimitIsNot() {
    assertThat(
            ofPool(
                "{\"EmailConfiguration\":null,\"LambdaConfig\":{\"CustomEmailSender\":{\"LambdaArn\":\"%s\"}}}"
                    .formatted(ARN)))
        .singleElement()
        .asString()
        .startsWith("NOTE    CustomEmailSender sends messages in place of Cognito");
  }

  @Test
  void triggersOfCustomChallengesAreNotNamed() {
    assertThat(triggers("CreateAuthChallenge", "VerifyAuthChallengeResponse")).isEmpty();
  }

  @Test
  void gravestComesFirst() {
    assertThat(
            lines(
                "{\"DeviceConfiguration\":{},\"MfaConfiguration\":\"ON\"}",
                "{\"EnableTokenRevocation\":false}"))
        .extracting(line -> line.substring(0, 8).strip())
        .containsExactly("MISSING", "WEAK", "NOTE");
  }

  private static List<String> triggers(String... names) {
    var config = JSON.createObjectNode();
    for (var name : names) {
      config.put(name, ARN);
    }
    return ofPool("{\"LambdaConfig\":%s}".formatted(config));
  }

  private static List<String> ofPool(String settings) {
    return lines(settings, "{}");
  }

  private static List<String> ofClient(String settings) {
    return lines("{}", settings);
  }

  private static List<String> lines(String pool, String client) {
    return Findings.of(description(POOL, pool), Optional.of(description(CLIENT, client))).stream()
        .map(Finding::line)
        .toList();
  }

  /** The usual settings, some of them replaced. */
  private static Description description(String usual, String settings) {
    try {
      return Description.of(
          JSON.readTree(usual)
              .<ObjectNode>require()
              .setAll(JSON.readTree(settings).<ObjectNode>require()));
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}

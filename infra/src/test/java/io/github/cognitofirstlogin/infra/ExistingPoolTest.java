package io.github.cognitofirstlogin.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cognitofirstlogin.auth.AuthHandler;
import io.github.cognitofirstlogin.auth.SessionAuthorizer;
import io.github.cognitofirstlogin.auth.contract.Setting;
import io.github.cognitofirstlogin.auth.contract.UserPoolClientType;
import io.github.cognitofirstlogin.infra.config.AuthConfig;
import io.github.cognitofirstlogin.infra.config.SynthesisRefused;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A deployment with an existing user pool, or with an existing client of it. */
class ExistingPoolTest {
  private static final String POOL = (String) Synthesized.EXISTING_POOL.get("userPoolId");
  private static final String CLIENT = (String) Synthesized.EXISTING_POOL.get("userPoolClientId");
  private static final Synthesized BOTH = Synthesized.with(Synthesized.EXISTING_POOL);
  private static final Synthesized POOL_ONLY = Synthesized.with(Map.of("userPoolId", POOL));

  @Test
  void nothingOfThePoolIsManaged() {
    for (var stack : List.of(BOTH, POOL_ONLY)) {
      assertThat(stack.all("AWS::Cognito::UserPool")).isEmpty();
    }
    assertThat(BOTH.template().get("Resources"))
        .extracting(resource -> resource.get("Type").asText())
        .noneMatch(type -> type.startsWith("AWS::Cognito::") || type.startsWith("Custom::"));
  }

  @Test
  void everyPartGoesByTheGivenIds() {
    for (var handler : List.of(AuthHandler.class, SessionAuthorizer.class)) {
      assertThat(variable(BOTH, handler, Setting.USER_POOL_ID).asText()).isEqualTo(POOL);
      assertThat(variable(BOTH, handler, Setting.USER_POOL_CLIENT_ID).asText()).isEqualTo(CLIENT);
    }
    assertThat(BOTH.template().at("/Outputs/UserPoolId/Value").asText()).isEqualTo(POOL);
    assertThat(BOTH.template().at("/Outputs/UserPoolClientId/Value").asText()).isEqualTo(CLIENT);
  }

  @Test
  void existingPoolGetsAClientOfOursWhereNoneIsNamed() {
    var client = POOL_ONLY.properties("AWS::Cognito::UserPoolClient");

    assertThat(client.get("UserPoolId").asText()).isEqualTo(POOL);
    assertThat(client.get("AuthSessionValidity").asInt()).isEqualTo(15);
    assertThat(variable(POOL_ONLY, AuthHandler.class, Setting.USER_POOL_CLIENT_ID))
        .isEqualTo(Synthesized.ref(POOL_ONLY.onlyId("AWS::Cognito::UserPoolClient")));
  }

  @Test
  void clientOfOursMayWriteWhatThePoolIsSaidToRequire() {
    var stack = Synthesized.with(Map.of("userPoolId", POOL, "requiredAttributes", "phone_number"));

    assertThat(
            Synthesized.texts(
                stack.properties("AWS::Cognito::UserPoolClient").get("WriteAttributes")))
        .contains("phone_number");
  }

  @Test
  void sessionsOfAnExistingClientAreTakenToBeCognitosOwnThreeMinutes() {
    assertThat(variable(BOTH, AuthHandler.class, Setting.AUTH_SESSION_VALIDITY).asText())
        .isEqualTo("3");
    assertThat(
            variable(
                    existing("authSessionMinutes", 15),
                    AuthHandler.class,
                    Setting.AUTH_SESSION_VALIDITY)
                .asText())
        .isEqualTo("15");
  }

  @Test
  void passwordPolicyOfAnExistingPoolIsNotGuessed() {
    assertThat(variable(BOTH, AuthHandler.class, Setting.PASSWORD_POLICY).asText()).isEqualTo("{}");
  }

  @Test
  void secretOfAnExistingClientIsReadFromItsPoolAndNoOther() {
    var stack = existing("confidentialClient", true);

    assertThat(variable(stack, AuthHandler.class, Setting.USER_POOL_CLIENT_TYPE).asText())
        .isEqualTo(UserPoolClientType.CONFIDENTIAL.name());
    assertThat(stack.roleOf(AuthHandler.class).get("Policies").toString())
        .contains("cognito-idp:DescribeUserPoolClient", "userpool/" + POOL);
  }

  @ParameterizedTest
  @CsvSource({
    "mfa, required, userPoolId",
    "threatProtection, audit, userPoolId",
    "signInUrl, https://app.example.com, userPoolId",
    "invitationFrom, no-reply@example.com, userPoolId",
    "invitationFrom, no-reply@example.com, userPoolId",
    "accessTokenMinutes, 15, userPoolClientId",
    "featurePlan, PLUS, userPoolClientId"
  })
  void settingOfThePoolsOwnerIsRefused(String key, String value, String beside) {
    var context = new HashMap<>(Synthesized.EXISTING_POOL);
    context.put(key, value);

    assertThatThrownBy(() -> AuthConfig.from(context))
        .isInstanceOf(SynthesisRefused.class)
        .hasMessage(
            "context '%s' has no effect beside context '%s', leave one of them out, got '%s'"
                .formatted(key, beside, value));
  }

  @Test
  void clientNeedsItsPool() {
    assertThatThrownBy(() -> AuthConfig.from(Map.of("userPoolClientId", CLIENT)))
        .isInstanceOf(SynthesisRefused.class)
        .hasMessageStartingWith("context 'userPoolClientId' needs context 'userPoolId' beside it");
  }

  @ParameterizedTest
  @ValueSource(strings = {"eu-central-1", "eu-central-1_", "_AbC", "eu-central-1_Ab-C", "a_b", "*"})
  void otherTextIsNoPool(String id) {
    assertThatThrownBy(() -> AuthConfig.from(Map.of("userPoolId", id)))
        .isInstanceOf(SynthesisRefused.class)
        .hasMessageContaining("must be the id of a user pool");
  }

  @Test
  void synthesisStatesItsAssumptionsAndNamesCheckPool() {
    var said = new ArrayList<String>();
    Synthesized.template(
        Synthesized.EXISTING_POOL,
        app ->
            app.getNode()
                .findAll()
                .forEach(
                    construct ->
                        construct
                            .getNode()
                            .getMetadata()
                            .forEach(entry -> said.add(String.valueOf(entry.getData())))));

    assertThat(said)
        .anySatisfy(
            text ->
                assertThat(text)
                    .contains(
                        "bin/check-pool --user-pool-id %s --client-id %s".formatted(POOL, CLIENT)))
        .anySatisfy(text -> assertThat(text).contains("no secret", "sessions of 3 minutes"));
  }

  private static Synthesized existing(String key, Object value) {
    var context = new HashMap<>(Synthesized.EXISTING_POOL);
    context.put(key, value);
    return Synthesized.with(context);
  }

  private static JsonNode variable(Synthesized stack, Class<?> handler, Setting setting) {
    return stack.function(handler).at("/Environment/Variables/" + setting.name());
  }
}

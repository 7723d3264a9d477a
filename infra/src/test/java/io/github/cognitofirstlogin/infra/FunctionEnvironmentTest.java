package io.github.cognitofirstlogin.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cognitofirstlogin.auth.AuthHandler;
import io.github.cognitofirstlogin.auth.SessionAuthorizer;
import io.github.cognitofirstlogin.auth.contract.CookieShape;
import io.github.cognitofirstlogin.auth.contract.Setting;
import io.github.cognitofirstlogin.auth.contract.UserPoolClientType;
import io.github.cognitofirstlogin.infra.config.AuthConfig;
import io.github.cognitofirstlogin.infra.config.SynthesisRefused;
import io.github.cognitofirstlogin.leaks.Hostile;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The environment of the functions agrees with the other resources of the template. */
class FunctionEnvironmentTest {
  private static final Synthesized STACK = Synthesized.plain();
  private static final Synthesized FULL = Synthesized.full();
  private static final Synthesized SAME_ORIGIN = Synthesized.with(Synthesized.OWN_NAME);

  @Test
  void functionSignsInForTheOnlyClient() {
    assertThat(environment(STACK))
        .containsEntry(
            Setting.USER_POOL_CLIENT_ID.name(),
            Synthesized.ref(STACK.onlyId("AWS::Cognito::UserPoolClient")));
  }

  @Test
  void functionAcceptsTheTokensOfTheOnlyPool() {
    assertThat(environment(STACK))
        .containsEntry(
            Setting.USER_POOL_ID.name(), Synthesized.ref(STACK.onlyId("AWS::Cognito::UserPool")));
  }

  @Test
  void functionKnowsWhetherTheClientHasASecret() {
    for (Synthesized stack : List.of(STACK, FULL)) {
      assertThat(environment(stack).get(Setting.USER_POOL_CLIENT_TYPE.name()).asText())
          .isEqualTo(
              stack.properties("AWS::Cognito::UserPoolClient").get("GenerateSecret").asBoolean()
                  ? UserPoolClientType.CONFIDENTIAL.name()
                  : UserPoolClientType.PUBLIC.name());
    }
  }

  @Test
  @Hostile("L9")
  void functionGetsExactlyItsSettings() {
    var behindADoor = Synthesized.with(Synthesized.FRONT_DOOR);
    var either = new TreeSet<>(environment(FULL).keySet());
    either.addAll(environment(behindADoor).keySet());

    assertThat(either)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Setting.values())
                .filter(setting -> setting.source() == Setting.Source.STACK)
                .map(Setting::name)
                .toList());
    assertThat(environment(FULL).keySet())
        .doesNotContain(Setting.API_PATH.name(), Setting.FRONT_DOOR_KEY.name());
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 15})
  void functionKnowsHowLongTheClientsSessionsLast(int minutes) {
    var stack = Synthesized.with(Map.of("authSessionMinutes", minutes));

    assertThat(environment(stack).get(Setting.AUTH_SESSION_VALIDITY.name()).asText())
        .isEqualTo(
            stack.properties("AWS::Cognito::UserPoolClient").get("AuthSessionValidity").toString())
        .isEqualTo(Integer.toString(minutes));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3650})
  void functionKnowsHowLongTheClientsRefreshTokensLast(int days) {
    var stack = Synthesized.with(Map.of("refreshTokenDays", days));
    var client = stack.properties("AWS::Cognito::UserPoolClient");

    assertThat(client.at("/TokenValidityUnits/RefreshToken").asText()).isEqualTo("minutes");
    assertThat(environment(stack).get(Setting.REFRESH_TOKEN_VALIDITY.name()).asInt())
        .isEqualTo(client.get("RefreshTokenValidity").asInt() / (24 * 60))
        .isEqualTo(days);
  }

  @Test
  void functionLetsThoseOriginsCallThatTheGatewayLets() {
    assertThat(environment(FULL).get(Setting.ALLOWED_ORIGINS.name()).asText().split(","))
        .containsExactlyElementsOf(
            Synthesized.texts(
                FULL.properties("AWS::ApiGatewayV2::Api").at("/CorsConfiguration/AllowOrigins")));
    assertThat(environment(STACK)).doesNotContainKey(Setting.ALLOWED_ORIGINS.name());
  }

  @Test
  void attributesThatAUserMaySetAreThoseTheClientMayWrite() {
    for (Synthesized stack : List.of(STACK, FULL)) {
      var writable = stack.properties("AWS::Cognito::UserPoolClient").get("WriteAttributes");

      assertThat(environment(stack).get(Setting.WRITABLE_ATTRIBUTES.name()).asText().split(","))
          .containsExactlyElementsOf(
              StreamSupport.stream(writable.spliterator(), false).map(JsonNode::asText).toList());
    }
  }

  @ParameterizedTest
  @CsvSource({"LITE,0", "ESSENTIALS,5"})
  void policyThatIsPublishedIsThePools(String plan, int history) throws IOException {
    var stack = Synthesized.with(Map.of("featurePlan", plan));
    var pool = stack.properties("AWS::Cognito::UserPool").at("/Policies/PasswordPolicy");
    var published =
        new ObjectMapper()
            .readTree(environment(stack).get(Setting.PASSWORD_POLICY.name()).asText());

    assertThat(published.get("minimumLength")).isEqualTo(pool.get("MinimumLength"));
    assertThat(published.get("requireUppercase")).isEqualTo(pool.get("RequireUppercase"));
    assertThat(published.get("requireLowercase")).isEqualTo(pool.get("RequireLowercase"));
    assertThat(published.get("requireNumbers")).isEqualTo(pool.get("RequireNumbers"));
    assertThat(published.get("requireSymbols")).isEqualTo(pool.get("RequireSymbols"));
    assertThat(published.get("passwordHistorySize").asInt())
        .isEqualTo(pool.path("PasswordHistorySize").asInt())
        .isEqualTo(history);
  }

  @Test
  void environmentThatLambdaWouldRefuseIsRefused() {
    assertThatThrownBy(() -> Synthesized.template(origins(60), app -> {}))
        .isInstanceOf(SynthesisRefused.class)
        .message()
        .matches(
            "context 'allowedOrigins' must have at most [0-9]+ bytes in all, for Lambda takes 4096"
                + " bytes of environment variables, got 'https://.*' \\(example:"
                + " https://app.example.com\\)");
  }

  @Test
  void environmentAsLargeAsLambdaTakesItIsDeployed() {
    var most = 30;
    while (most < 60 && isSynthesized(most + 1)) {
      most++;
    }

    var variables = Synthesized.with(origins(most)).function(AuthHandler.class);
    var known =
        variables
            .at("/Environment/Variables")
            .toString()
            .replaceAll("\\{\"Ref\":\"[^\"]*\"}", "\"eu-central-1_AbCdEfGhI\"");
    assertThat(known.length()).isBetween(4096 - 71 - 2 * 64, 4096);
  }

  private static boolean isSynthesized(int origins) {
    try {
      Synthesized.with(origins(origins));
      return true;
    } catch (SynthesisRefused refused) {
      return false;
    }
  }

  /** This number of origins with 70 characters each. */
  private static Map<String, Object> origins(int number) {
    return Map.of(
        "allowedOrigins",
        IntStream.range(0, number)
            .mapToObj(each -> "https://%s%03d.example.com".formatted("a".repeat(47), each))
            .toList());
  }

  @Test
  void authenticatorAppsShowTheApisOwnNameWhereItHasOne() {
    assertThat(environment(FULL).get(Setting.TOTP_ISSUER.name()).asText())
        .isEqualTo("api.example.com");
    assertThat(environment(STACK).get(Setting.TOTP_ISSUER.name()).asText())
        .isEqualTo("Cognito First Login");
  }

  @Test
  @Hostile("C2")
  void cookiesWithoutADomainSayNothingOfOne() {
    assertThat(environment(FULL))
        .containsKeys(Setting.COOKIE_DOMAIN.name(), Setting.COOKIE_SAME_SITE.name());
    assertThat(environment(STACK))
        .doesNotContainKeys(Setting.COOKIE_DOMAIN.name(), Setting.COOKIE_SAME_SITE.name());
    assertThat(environment(SAME_ORIGIN))
        .doesNotContainKeys(Setting.COOKIE_DOMAIN.name(), Setting.COOKIE_SAME_SITE.name());
    assertThat(environment(STACK).get(Setting.COOKIE_SHAPE.name()).asText())
        .isEqualTo(CookieShape.CROSS_SITE.name());
    assertThat(environment(SAME_ORIGIN).get(Setting.COOKIE_SHAPE.name()).asText())
        .isEqualTo(CookieShape.SAME_ORIGIN.name());
  }

  @Test
  void cookiesOfASharedDomainAreTheConfiguredOnes() {
    var config = AuthConfig.from(Synthesized.EVERY_KEY).hosts().sharedDomain().orElseThrow();
    var environment = environment(FULL);

    assertThat(environment.get(Setting.COOKIE_SHAPE.name()).asText())
        .isEqualTo(CookieShape.SHARED_DOMAIN.name());
    assertThat(environment.get(Setting.COOKIE_DOMAIN.name()).asText())
        .isEqualTo(config.attribute())
        .isEqualTo(".example.com");
    assertThat(environment.get(Setting.COOKIE_SAME_SITE.name()).asText())
        .isEqualTo(config.sameSite().attribute())
        .isEqualTo("Lax");
  }

  @Test
  void authorizerGetsExactlyWhatASessionTakes() {
    assertThat(authorizersEnvironment(STACK).keySet())
        .containsExactlyInAnyOrder(
            Setting.USER_POOL_ID.name(),
            Setting.USER_POOL_CLIENT_ID.name(),
            Setting.COOKIE_SHAPE.name());
    assertThat(authorizersEnvironment(FULL).keySet())
        .containsExactlyInAnyOrder(
            Setting.USER_POOL_ID.name(),
            Setting.USER_POOL_CLIENT_ID.name(),
            Setting.COOKIE_SHAPE.name(),
            Setting.COOKIE_DOMAIN.name(),
            Setting.COOKIE_SAME_SITE.name());
  }

  @Test
  void authorizerReadsTheCookieThatTheApiSets() {
    for (Synthesized stack : List.of(STACK, FULL, SAME_ORIGIN)) {
      assertThat(environment(stack)).containsAllEntriesOf(authorizersEnvironment(stack));
    }
  }

  private static Map<String, JsonNode> environment(Synthesized stack) {
    return environment(stack.function(AuthHandler.class));
  }

  private static Map<String, JsonNode> authorizersEnvironment(Synthesized stack) {
    return environment(stack.function(SessionAuthorizer.class));
  }

  /** The variables that the function reads, without the JVM's own variable. */
  private static Map<String, JsonNode> environment(JsonNode function) {
    var variables = Synthesized.members(function.at("/Environment/Variables"));
    variables.remove("JAVA_TOOL_OPTIONS");
    return variables;
  }
}

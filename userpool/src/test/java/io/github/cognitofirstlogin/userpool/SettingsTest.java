package io.github.cognitofirstlogin.userpool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.cognitofirstlogin.userpool.settings.MfaSettings;
import io.github.cognitofirstlogin.userpool.settings.PasswordPolicy;
import io.github.cognitofirstlogin.userpool.settings.UserPoolClientSettings;
import io.github.cognitofirstlogin.userpool.settings.UserPoolSettings;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

  @Test
  void missingPropertyHasCloudFormationsDefault() {
    var pool = UserPoolSettings.defaults();
    var client = UserPoolClientSettings.defaults();

    assertThat(pool.passwordPolicy())
        .isEqualTo(new PasswordPolicy(8, true, true, true, true, 0, Duration.ofDays(7)));
    assertThat(pool.usernames().caseSensitive()).isTrue();
    assertThat(pool.mfa().requirement()).isEqualTo(MfaSettings.Requirement.OFF);
    assertThat(client.authSessionValidity()).isEqualTo(Duration.ofMinutes(3));
    assertThat(client.accessTokenValidity()).isEqualTo(Duration.ofHours(1));
    assertThat(client.refreshTokenValidity()).isEqualTo(Duration.ofDays(30));
    assertThat(client.hidesUserExistence()).isFalse();
    assertThat(client.allows("USER_SRP_AUTH")).isTrue();
    assertThat(client.allows("USER_PASSWORD_AUTH")).isFalse();
  }

  @Test
  void classesThatAPolicyDoesNotNameAreNotRequired() {
    var policy =
        pool("{\"Policies\":{\"PasswordPolicy\":{\"MinimumLength\":\"12\",\"RequireNumbers\":\"true\"}}}")
            .passwordPolicy();

    assertThat(policy)
        .isEqualTo(new PasswordPolicy(12, false, false, true, false, 0, Duration.ofDays(7)));
  }

  @Test
  void customAttributesHaveTheirPrefixAndTheirLimits() {
    var schema =
        pool("""
        {"Schema":[{"Name":"tenant","AttributeDataType":"String","StringAttributeConstraints":{"MinLength":"2","MaxLength":"4"}},
                   {"Name":"level","AttributeDataType":"Number","NumberAttributeConstraints":{"MaxValue":"9"}},
                   {"Name":"email","Required":true,"Mutable":true}]}\
        """)
            .schema();

    assertThat(schema.required()).containsExactly("email");
    assertThat(schema.attribute("custom:tenant"))
        .hasValueSatisfying(a -> assertThat(a.maximum()).isEqualTo(4));
    assertThatThrownBy(() -> schema.check(Map.of("custom:tenant", "abcde")))
        .hasMessage(
            "Attributes did not conform to the schema: custom:tenant: String must be no longer than"
                + " 4 characters\n");
    assertThatThrownBy(() -> schema.check(Map.of("custom:level", "10")))
        .hasMessageContaining("out of range");
    assertThatThrownBy(() -> schema.check(Map.of("email", "nobody")))
        .hasMessage("Invalid email address format.");
  }

  @Test
  void recoveryFollowsThePriorities() {
    var setting =
        """
        {"AccountRecoverySetting":{"RecoveryMechanisms":[{"Name":"verified_phone_number","Priority":2},{"Name":"verified_email","Priority":1}]}}\
        """;

    assertThat(pool(setting).recovery()).containsExactly("email", "phone_number");
    assertThat(
            pool("{\"AccountRecoverySetting\":{\"RecoveryMechanisms\":[{\"Name\":\"admin_only\",\"Priority\":1}]}}")
                .recovery())
        .isEmpty();
  }

  @Test
  void validitiesHaveTheirUnits() {
    var client =
        client(
            "{\"AccessTokenValidity\":10,\"RefreshTokenValidity\":12,\"TokenValidityUnits\":{\"AccessToken\":\"minutes\",\"RefreshToken\":\"hours\"}}");

    assertThat(client.accessTokenValidity()).isEqualTo(Duration.ofMinutes(10));
    assertThat(client.refreshTokenValidity()).isEqualTo(Duration.ofHours(12));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"AuthSessionValidity\":16} | AuthSessionValidity' must be 3 to 15, got '16'",
        "{\"AccessTokenValidity\":25} | AccessTokenValidity' must be PT5M to PT24H, got '25 hours'",
        "{\"RefreshTokenValidity\":\"x\"} | RefreshTokenValidity' must be a whole number, got 'x'",
        "{\"ExplicitAuthFlows\":\"ALLOW_USER_AUTH\"} | ExplicitAuthFlows' must be a list, got"
            + " '\"ALLOW_USER_AUTH\"'",
        "{\"PreventUserExistenceErrors\":\"on\"} | PreventUserExistenceErrors' must be one of"
            + " ENABLED, LEGACY, got 'on'",
        "{\"RefreshTokenRotation\":{\"Feature\":\"ENABLED\",\"RetryGracePeriodSeconds\":61}} |"
            + " RefreshTokenRotation.RetryGracePeriodSeconds' must be 0 to 60, got '61'"
      })
  void badValueIsNamedWithWhatItMayBe(String properties, String message) {
    assertThatThrownBy(() -> client(properties))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("AWS::Cognito::UserPoolClient property '" + message);
  }

  @Test
  void rotationExcludesTheOlderRefresh() {
    assertThatThrownBy(
            () ->
                client(
                    "{\"ExplicitAuthFlows\":[\"ALLOW_REFRESH_TOKEN_AUTH\"],\"RefreshTokenRotation\":{\"Feature\":\"ENABLED\"}}"))
        .hasMessageContaining(
            "must be without ALLOW_REFRESH_TOKEN_AUTH where RefreshTokenRotation is ENABLED");
  }

  @Test
  void oAuthThatIsSwitchedOnIsNamed() {
    var warnings = new ArrayList<String>();
    UserPoolClientSettings.from(
        json("{\"AllowedOAuthFlowsUserPoolClient\":true,\"CallbackURLs\":[\"https://x\"]}"),
        warnings::add);

    assertThat(warnings)
        .containsExactly("AWS::Cognito::UserPoolClient property 'CallbackURLs' is not emulated");
  }

  private static UserPoolSettings pool(String properties) {
    return UserPoolSettings.from(json(properties), SettingsTest::unexpected);
  }

  private static UserPoolClientSettings client(String properties) {
    return UserPoolClientSettings.from(json(properties), SettingsTest::unexpected);
  }

  private static void unexpected(String warning) {
    throw new AssertionError(warning);
  }

  private static JsonNode json(String text) {
    try {
      return JsonMapper.builder().build().readTree(text);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package io.github.cognitofirstlogin.auth.cognito;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitofirstlogin.auth.text.TextRule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A bound of this function is no reason for a refusal that Cognito would not make. */
class TextRuleBoundsTest {
  @ParameterizedTest
  @CsvSource({
    "USERNAME, UsernameType, x",
    "PASSWORD, PasswordType, x",
    "NEW_PASSWORD, PasswordType, x",
    "SESSION, SessionType, x",
    "TOTP_CODE, SoftwareTokenMFAUserCodeType, 1",
    "DELIVERED_CODE, ConfirmationCodeType, x",
    "ATTRIBUTE_VALUE, AttributeValueType, x"
  })
  void shortestAndLongestTextOfTheServiceModelIsAllowed(
      TextRule rule, String shape, String character) {
    var bounds = ServiceModels.shape(shape);
    int longest = bounds.path("max").asInt();

    assertThat(longest).isPositive();
    assertThat(rule.allows(character.repeat(longest))).isTrue();
    assertThat(rule.allows(character.repeat(Math.max(1, bounds.path("min").asInt())))).isTrue();
  }

  /** Cognito raised its own maximum in October 2026, while deployed functions refused more. */
  @ParameterizedTest
  @CsvSource("SESSION, SessionType")
  void opaqueTextMayBeTwiceAsLongAsInTheServiceModel(TextRule rule, String shape) {
    assertThat(rule.allows("x".repeat(2 * ServiceModels.shape(shape).path("max").asInt())))
        .isTrue();
  }
}

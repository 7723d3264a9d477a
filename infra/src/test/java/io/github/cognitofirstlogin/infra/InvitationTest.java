package io.github.cognitofirstlogin.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cognitofirstlogin.infra.config.SignInUrl;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.Duration;

class InvitationTest {
  private static final String PASSWORD = "{####}";
  private static final String USERNAME = "{username}";

  /** The limits in Cognito's API reference. */
  private static final String EMAIL_PATTERN =
      "[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\s*]*\\{####\\}[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\s*]*";

  private static final String SUBJECT_PATTERN = "[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\s]+";
  private static final String SMS_PATTERN = ".*\\{####\\}.*";

  static List<Synthesized> stacks() {
    return List.of(Synthesized.plain(), Synthesized.full());
  }

  @ParameterizedTest
  @MethodSource("stacks")
  void passwordAndUsernameStandAloneOnTheirLines(Synthesized stack) {
    for (var placeholder : List.of(PASSWORD, USERNAME)) {
      var lines = email(stack).lines().toList();

      assertThat(lines).containsOnlyOnce(placeholder);
      assertThat(lines.get(lines.indexOf(placeholder) - 1)).isEqualTo("<pre>");
      assertThat(lines.get(lines.indexOf(placeholder) + 1)).isEqualTo("</pre>");
    }
  }

  @ParameterizedTest
  @MethodSource("stacks")
  void passwordIsInAMessageOnce(Synthesized stack) {
    assertThat(email(stack)).containsOnlyOnce(PASSWORD).containsOnlyOnce(USERNAME);
    assertThat(sms(stack)).containsOnlyOnce(PASSWORD).containsOnlyOnce(USERNAME);
  }

  @ParameterizedTest
  @MethodSource("stacks")
  void nothingFollowsThePasswordInATextMessage(Synthesized stack) {
    assertThat(sms(stack)).endsWith(": " + PASSWORD);
  }

  @ParameterizedTest
  @MethodSource("stacks")
  void subjectTellsNoSecret(Synthesized stack) {
    assertThat(template(stack).get("EmailSubject").asText()).isNotBlank().doesNotContain("{");
  }

  @ParameterizedTest
  @MethodSource("stacks")
  void invitationNamesTheValidityOfThePassword(Synthesized stack) {
    var days =
        stack
            .properties("AWS::Cognito::UserPool")
            .at("/Policies/PasswordPolicy/TemporaryPasswordValidityDays")
            .asInt();

    assertThat(email(stack)).contains("valid for " + days + " days.");
    assertThat(sms(stack)).contains(" for " + days + " days: ");
  }

  @Test
  void validityFollowsThePolicy() {
    assertThat(Invitation.of(Duration.days(1), Optional.empty()).email())
        .contains("valid for 1 day.");
    assertThat(Invitation.of(Duration.days(30), Optional.empty()).email())
        .contains("valid for 30 days.");
  }

  @Test
  void linkGoesToTheConfiguredPage() {
    var url = (String) Synthesized.EVERY_KEY.get("signInUrl");
    var inHtml = url.replace("&", "&amp;");

    assertThat(email(Synthesized.full()))
        .containsOnlyOnce("<a href=\"" + inHtml + "\">" + inHtml + "</a>");
    assertThat(sms(Synthesized.full())).contains(" " + url + " ");
  }

  @Test
  void linkGoesToTheFirstOriginOtherwise() {
    var stack = Synthesized.with(Map.of("allowedOrigins", "http://localhost:5173,https://b.test"));

    assertThat(email(stack)).containsOnlyOnce("<a href=").contains("\"http://localhost:5173\"");
  }

  @Test
  void invitationHasNoLinkWhereNoPageIsKnown() {
    assertThat(email(Synthesized.plain())).doesNotContain("<a", "http", "href");
    assertThat(sms(Synthesized.plain())).doesNotContain("http");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 40, 60, 80, 900})
  void messagesFitIntoWhatCognitoTakes(int length) {
    var url = SignInUrl.parse("https://app.example.com/" + "&".repeat(length));
    var invitation = Invitation.of(Duration.days(365), Optional.of(url));

    assertThat(invitation.email()).hasSizeBetween(6, 20_000).matches(EMAIL_PATTERN);
    assertThat(invitation.sms()).hasSizeBetween(6, 140).matches(SMS_PATTERN);
    assertThat(invitation.subject()).hasSizeBetween(1, 140).matches(SUBJECT_PATTERN);
  }

  @Test
  void textMessageLosesItsLinkBeforeItsPassword() {
    var url = SignInUrl.parse("https://app.example.com/" + "x".repeat(140));
    var invitation = Invitation.of(Duration.days(7), Optional.of(url));

    assertThat(invitation.sms()).contains(USERNAME, PASSWORD).doesNotContain("http");
    assertThat(invitation.email()).contains(url.link());
  }

  private static String email(Synthesized stack) {
    return template(stack).get("EmailMessage").asText();
  }

  private static String sms(Synthesized stack) {
    return template(stack).get("SMSMessage").asText();
  }

  private static JsonNode template(Synthesized stack) {
    return stack
        .properties("AWS::Cognito::UserPool")
        .at("/AdminCreateUserConfig/InviteMessageTemplate");
  }
}

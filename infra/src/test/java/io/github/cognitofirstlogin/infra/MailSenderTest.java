package io.github.cognitofirstlogin.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cognitofirstlogin.infra.config.AuthConfig;
import io.github.cognitofirstlogin.infra.config.FunctionJar;
import io.github.cognitofirstlogin.infra.config.SynthesisRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.App;
import software.amazon.awscdk.assertions.Annotations;
import software.amazon.awscdk.assertions.Match;

class MailSenderTest {
  @Test
  void mailsComeFromTheConfiguredAddressThroughItsDomainInSes() {
    var mail = Synthesized.full().properties("AWS::Cognito::UserPool").get("EmailConfiguration");

    assertThat(mail.get("EmailSendingAccount").asText()).isEqualTo("DEVELOPER");
    assertThat(mail.get("From").asText()).isEqualTo(Synthesized.EVERY_KEY.get("invitationFrom"));
    assertThat(mail.at("/SourceArn/Fn::Join/1").toString())
        .contains(":ses:", "AWS::Region", "AWS::AccountId", ":identity/example.com");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "COGNITO_DEFAULT"})
  void cognitoSendsTheMailsWithoutAnotherSender(String sender) {
    var context = sender.isEmpty() ? Map.<String, String>of() : Map.of("invitationFrom", sender);

    assertThat(Synthesized.with(context).properties("AWS::Cognito::UserPool"))
        .noneMatch(property -> property.has("EmailSendingAccount"));
  }

  @Test
  void missingSenderCausesAWarningAboutTheLimit() throws IOException {
    annotations(Map.of())
        .hasWarning(
            "*",
            Match.stringLikeRegexp(
                "50 mails a day.*'invitationFrom'.*cognito-first-login:fiftyMailsADay"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"COGNITO_DEFAULT", "no-reply@example.com"})
  void configuredSenderCausesNoWarning(String sender) throws IOException {
    annotations(Map.of("invitationFrom", sender)).hasNoWarning("*", Match.anyValue());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "example.com",
        "@example.com",
        "no-reply@",
        "No Reply <no-reply@example.com>",
        "no-reply@Example.com",
        "no reply@example.com",
        "a..b@example.com",
        ".a@example.com",
        "no-reply@example.com\nBcc: all@example.com",
        "no-reply@localhost",
        "no-reply@co.uk",
        "no-reply@eu-central-1.amazonaws.com",
        "cognito_default",
        ""
      })
  void senderIsAnAddressInADomainOfOnesOwn(String sender) {
    assertThatThrownBy(() -> AuthConfig.from(Map.of("invitationFrom", sender)))
        .isInstanceOf(SynthesisRefused.class)
        .hasMessageStartingWith("context 'invitationFrom' must be ");
  }

  private static Annotations annotations(Map<String, String> context) throws IOException {
    var jar = Files.createTempFile("function", ".jar");
    try {
      var app = App.Builder.create().context(Synthesized.context()).build();
      return Annotations.fromStack(
          new AuthStack(app, AuthConfig.from(context), FunctionJar.at(jar), Path.of("web")));
    } finally {
      Files.delete(jar);
    }
  }
}

package io.github.cognitofirstlogin.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cognitofirstlogin.infra.config.AuthConfig;
import io.github.cognitofirstlogin.infra.config.SynthesisRefused;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.Stack;

/** Regions and accounts that contradict each other. */
class PlacedTest {
  private static final String POOL = "eu-west-1_AbCdEfGhI";
  private static final String TOPIC = "arn:aws:sns:us-east-1:111122223333:alarms";
  private static final String CERTIFICATE =
      "arn:aws:acm:us-east-1:111122223333:certificate/01234567-89ab-cdef-0123-456789abcdef";
  private static final String ACL =
      "arn:aws:wafv2:us-east-1:444455556666:global/webacl/auth/01234567-89ab-cdef-0123-456789abcdef";

  @ParameterizedTest
  @MethodSource
  void contradictionIsRefusedInASentenceWithBothKeys(Map<String, ?> context, String sentence) {
    assertThatThrownBy(() -> AuthConfig.from(context))
        .isInstanceOf(SynthesisRefused.class)
        .hasMessage(sentence);
  }

  static Stream<Arguments> contradictionIsRefusedInASentenceWithBothKeys() {
    return Stream.of(
        Arguments.of(
            Map.of("userPoolId", POOL, "alarmTopicArn", TOPIC),
            "context 'alarmTopicArn' must be in the region of context 'userPoolId', eu-west-1, got '"
                + TOPIC
                + "' (example: arn:aws:sns:eu-west-1:111122223333:alarms)"),
        Arguments.of(
            Map.of(
                "userPoolId",
                POOL,
                "apiDomainName",
                "api.example.com",
                "certificateArn",
                CERTIFICATE),
            "context 'certificateArn' must be in the region of context 'userPoolId', eu-west-1, got '"
                + CERTIFICATE
                + "' (example: "
                + CERTIFICATE.replace("us-east-1", "eu-west-1")
                + ")"),
        Arguments.of(
            Map.of(
                "alarmTopicArn",
                TOPIC.replace("us-east-1", "eu-west-1"),
                "apiDomainName",
                "api.example.com",
                "certificateArn",
                CERTIFICATE),
            "context 'alarmTopicArn' must be in the region of context 'certificateArn', us-east-1,"
                + " got 'arn:aws:sns:eu-west-1:111122223333:alarms' (example: "
                + TOPIC
                + ")"),
        Arguments.of(
            Map.of(
                "frontDoor",
                true,
                "webAclArn",
                ACL,
                "apiDomainName",
                "auth.example.com",
                "certificateArn",
                CERTIFICATE),
            "context 'webAclArn' must be in the account of context 'certificateArn', 111122223333,"
                + " got '"
                + ACL
                + "' (example: "
                + ACL.replace("444455556666", "111122223333")
                + ")"));
  }

  @Test
  void certificateOfAFrontDoorIsWhereCloudFrontIs() {
    var context = new HashMap<>(Synthesized.FRONT_DOOR);
    context.put("userPoolId", POOL);
    context.put("alarmTopicArn", TOPIC.replace("us-east-1", "eu-west-1"));

    assertThatCode(() -> AuthConfig.from(context)).doesNotThrowAnyException();
  }

  @Test
  void topicOfAnotherAccountMayLetCloudWatchPublish() {
    assertThatCode(
            () ->
                AuthConfig.from(
                    Map.of(
                        "alarmTopicArn",
                        "arn:aws:sns:us-east-1:444455556666:alarms",
                        "apiDomainName",
                        "api.example.com",
                        "certificateArn",
                        CERTIFICATE)))
        .doesNotThrowAnyException();
  }

  @Test
  void deploymentIntoAnotherRegionIsRefusedByTheTemplate() {
    var rule = Synthesized.full().template().at("/Rules/Region/Assertions/0");

    assertThat(rule.get("Assert"))
        .isEqualTo(
            Synthesized.json("{\"Fn::Equals\": [{\"Ref\": \"AWS::Region\"}, \"eu-central-1\"]}"));
    assertThat(rule.get("AssertDescription").asText())
        .isEqualTo("The stack must be in eu-central-1, the region of 'certificateArn'.");
    assertThat(
            Synthesized.with(Synthesized.EXISTING_POOL)
                .template()
                .at("/Rules/Region/Assertions/0/AssertDescription")
                .asText())
        .isEqualTo("The stack must be in eu-central-1, the region of 'userPoolId'.");
    for (var anywhere : List.of(Map.<String, Object>of(), Synthesized.FRONT_DOOR)) {
      assertThat(Synthesized.with(anywhere).template().at("/Rules/Region").isMissingNode())
          .isTrue();
    }
  }

  @Test
  void regionOfTheStackIsThatOfItsKeys() {
    assertThatThrownBy(
            () ->
                loginIn(
                    Environment.builder().region("us-east-1").build(),
                    Others.props().alarmTopicArn(TOPIC.replace("us-east-1", "eu-west-1"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "property 'alarmTopicArn' must be in the region of the stack, us-east-1, got"
                + " 'arn:aws:sns:eu-west-1:111122223333:alarms' (example: %s)",
            TOPIC);
    assertThatCode(
            () ->
                loginIn(
                    Environment.builder().region("us-east-1").build(),
                    Others.props().alarmTopicArn(TOPIC)))
        .doesNotThrowAnyException();
  }

  @Test
  void accountOfTheStackIsThatOfItsKeys() {
    assertThatThrownBy(
            () ->
                loginIn(
                    Environment.builder().account("444455556666").region("us-east-1").build(),
                    Others.props().apiDomainName("api.example.com", CERTIFICATE)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(
            "property 'certificateArn' must be in the account of the stack, 444455556666, got '");
  }

  private static void loginIn(Environment environment, FirstLoginProps.Builder props) {
    Others.templates(
        app ->
            new FirstLogin(
                Stack.Builder.create(app, "Orders").env(environment).build(),
                "Login",
                props.build()));
  }
}

package io.github.cognitofirstlogin.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cognitofirstlogin.infra.config.AuthConfig;
import io.github.cognitofirstlogin.infra.config.SynthesisRefused;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.certificatemanager.Certificate;
import software.amazon.awscdk.services.sns.ITopic;
import software.amazon.awscdk.services.sns.Topic;

/** Contradictions of regions and accounts are refused. */
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
  void regionOfTheStackIsThatOfItsChoices() {
    assertThatThrownBy(
            () ->
                loginIn(
                    Environment.builder().region("us-east-1").build(),
                    (stack, props) ->
                        props.alarmTopic(topic(stack, TOPIC.replace("us-east-1", "eu-west-1")))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "alarmTopic(...) must be in the region of the stack, us-east-1, got"
                + " 'arn:aws:sns:eu-west-1:111122223333:alarms'");
    assertThatCode(
            () ->
                loginIn(
                    Environment.builder().region("us-east-1").build(),
                    (stack, props) -> props.alarmTopic(topic(stack, TOPIC))))
        .doesNotThrowAnyException();
  }

  @Test
  void accountOfTheStackIsThatOfItsChoices() {
    assertThatThrownBy(
            () ->
                loginIn(
                    Environment.builder().account("444455556666").region("us-east-1").build(),
                    (stack, props) ->
                        props.apiDomainName(
                            "api.example.com",
                            Certificate.fromCertificateArn(stack, "Certificate", CERTIFICATE))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(
            "the certificate of apiDomainName(...) must be in the account of the stack,"
                + " 444455556666, got '");
  }

  @Test
  void templateOfAnotherAppNamesTheMethod() {
    var templates =
        Others.templates(
            app -> {
              var stack = new Stack(app, "Orders");
              new FirstLogin(
                  stack, "Login", Others.props().alarmTopic(topic(stack, TOPIC)).build());
            });

    assertThat(templates.get(0).toString())
        .contains("The stack must be in us-east-1, the region of alarmTopic(...).");
  }

  private static ITopic topic(Stack stack, String arn) {
    return Topic.fromTopicArn(stack, "Alarms", arn);
  }

  private static void loginIn(
      Environment environment, BiConsumer<Stack, FirstLoginProps.Builder> choose) {
    Others.templates(
        app -> {
          var stack = Stack.Builder.create(app, "Orders").env(environment).build();
          var props = Others.props();
          choose.accept(stack, props);
          new FirstLogin(stack, "Login", props.build());
        });
  }
}

package io.github.cognitofirstlogin.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.sqs.Queue;

/** cdk-nag's rules, as every {@code cdk synth} applies them. */
class RulesTest {
  @ParameterizedTest(name = "{0}")
  @MethodSource("configurations")
  void stackPassesTheRulesInEveryConfiguration(String name, Map<String, Object> context) {
    assertThatCode(() -> Synthesized.template(context, app -> {})).doesNotThrowAnyException();
  }

  static Stream<Arguments> configurations() {
    var everythingBehindADoor = new HashMap<>(Synthesized.EVERY_KEY);
    everythingBehindADoor
        .keySet()
        .removeAll(List.of("allowedOrigins", "cookieDomain", "cookieSameSite"));
    everythingBehindADoor.putAll(Synthesized.FRONT_DOOR);
    return Stream.of(
        Arguments.of("default", Map.of()),
        Arguments.of("own domain", Synthesized.OWN_NAME),
        Arguments.of("front door", Map.of("frontDoor", true)),
        Arguments.of("front door with a name", Synthesized.FRONT_DOOR),
        Arguments.of("existing pool and client", Synthesized.EXISTING_POOL),
        Arguments.of("existing pool", Map.of("userPoolId", "eu-central-1_AbCdEfGhI")),
        Arguments.of("confidential", Map.of("confidentialClient", true)),
        Arguments.of("MFA required", Map.of("mfa", "required")),
        Arguments.of("Lite", Map.of("featurePlan", "LITE")),
        Arguments.of("Plus", Map.of("featurePlan", "PLUS")),
        Arguments.of("everything", Synthesized.EVERY_KEY),
        Arguments.of("everything behind a front door", everythingBehindADoor));
  }

  @Test
  void unacknowledgedFindingEndsTheSynthesis() {
    assertThatThrownBy(
            () ->
                Synthesized.template(
                    Map.of(), app -> new Queue(stackOf(app), "WithoutDeadLetterQueue")))
        .hasMessageContaining("AwsSolutions-SQS3");
  }

  @Test
  void cloudFormationsOwnRulesEndTheSynthesisToo() {
    assertThat(Synthesized.context())
        .containsEntry("@aws-cdk/core:validateAgainstDefaultRules", true);
  }

  private static Stack stackOf(App app) {
    return (Stack) app.getNode().findChild("Auth");
  }
}

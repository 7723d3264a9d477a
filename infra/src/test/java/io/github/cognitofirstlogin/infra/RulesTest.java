package io.github.cognitofirstlogin.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.sqs.Queue;

/** cdk-nag's rules, as every {@code cdk synth} applies them. */
class RulesTest {
  @ParameterizedTest
  @ValueSource(strings = {"LITE", "ESSENTIALS", "PLUS"})
  void stackPassesTheRulesOnEveryPlan(String plan) {
    assertThatCode(() -> Synthesized.template(Map.of("featurePlan", plan), app -> {}))
        .doesNotThrowAnyException();
  }

  @Test
  void stackPassesTheRulesWithAConfidentialClient() {
    assertThatCode(() -> Synthesized.template(Map.of("confidentialClient", true), app -> {}))
        .doesNotThrowAnyException();
  }

  @Test
  void stackPassesTheRulesUnderANameOfItsOwn() {
    assertThatCode(() -> Synthesized.template(Synthesized.OWN_NAME, app -> {}))
        .doesNotThrowAnyException();
  }

  @Test
  void stackPassesTheRulesWithEveryKeySet() {
    assertThatCode(() -> Synthesized.template(Synthesized.EVERY_KEY, app -> {}))
        .doesNotThrowAnyException();
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

package io.github.cognitofirstlogin.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cognitofirstlogin.infra.config.AuthConfig;
import io.github.cognitofirstlogin.infra.config.Partition;
import io.github.cognitofirstlogin.infra.config.SynthesisRefused;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.regioninfo.RegionInfo;

/** A deployment to another partition is refused. */
class PartitionTest {
  @Test
  void regionsThatAreSupportedAreThoseOfThePartitionAws() {
    assertThat(RegionInfo.getRegions())
        .isNotEmpty()
        .allSatisfy(
            region ->
                assertThat(Partition.holds(region.getName()))
                    .as(region.getName())
                    .isEqualTo("aws".equals(region.getPartition())));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cn-north-1",
        "us-gov-west-1",
        "us-iso-east-1",
        "us-isob-east-1",
        "us-isof-south-1",
        "eu-isoe-west-1",
        "eusc-de-east-1"
      })
  void stackOfAnotherPartitionIsRefusedAtSynthesis(String region) {
    assertThatThrownBy(
            () ->
                Others.templates(
                    app ->
                        new FirstLogin(
                            Stack.Builder.create(app, "Orders")
                                .env(Environment.builder().region(region).build())
                                .build(),
                            "Login",
                            Others.props().build())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "The stack's region must be of the partition 'aws', not of China, GovCloud, the"
                + " European Sovereign Cloud or an ISO partition, got '"
                + region
                + "'");
  }

  @Test
  void deploymentOfAStackWithoutARegionIsRefusedByItsTemplate() {
    for (var stack : List.of(Synthesized.plain(), Synthesized.full())) {
      var rule = stack.template().at("/Rules/Partition/Assertions");

      assertThat(rule).hasSize(1);
      assertThat(rule.get(0).get("Assert"))
          .isEqualTo(
              Synthesized.json("{\"Fn::Equals\": [{\"Ref\": \"AWS::Partition\"}, \"aws\"]}"));
      assertThat(rule.get(0).get("AssertDescription").asText())
          .startsWith("The stack's region must be of the partition 'aws', ");
    }
  }

  @Test
  void stackOfAKnownRegionNeedsNoRule() {
    var template =
        Others.templates(
                app ->
                    new FirstLogin(
                        Stack.Builder.create(app, "Orders")
                            .env(Environment.builder().region("eu-west-1").build())
                            .build(),
                        "Login",
                        Others.props().build()))
            .get(0);

    assertThat(template.get("Rules")).noneMatch(rule -> rule.toString().contains("partition"));
  }

  @ParameterizedTest
  @CsvSource({
    "userPoolId, cn-north-1_AbCdEfGhI",
    "userPoolId, us-gov-west-1_AbCdEfGhI",
    "userPoolId, eusc-de-east-1_AbCdEfGhI",
    "alarmTopicArn, arn:aws-cn:sns:cn-north-1:111122223333:alarms",
    "alarmTopicArn, arn:aws:sns:cn-north-1:111122223333:alarms",
    "alarmTopicArn, arn:aws-cn:sns:eu-west-1:111122223333:alarms",
    "alarmTopicArn, arn:aws-eusc:sns:eusc-de-east-1:111122223333:alarms",
    "certificateArn, arn:aws-us-gov:acm:us-gov-west-1:111122223333:certificate/0123",
    "webAclArn, arn:aws-cn:wafv2:us-east-1:111122223333:global/webacl/auth/01234567-89ab-cdef-0123-456789abcdef"
  })
  void idOfAnotherPartitionIsRefused(String key, String value) {
    assertThatThrownBy(() -> AuthConfig.from(Map.of(key, value, "frontDoor", true)))
        .isInstanceOf(SynthesisRefused.class)
        .hasMessageStartingWith(
            "context '%s' must be of the partition 'aws', for this project runs in no other, got '%s'"
                .formatted(key, value));
  }

  @Test
  void cdkGetsNoOtherPartition() {
    assertThat(Synthesized.context().get("@aws-cdk/core:target-partitions"))
        .isEqualTo(List.of("aws"));
    assertThat(Path.of("cdk.json")).content().doesNotContain("aws-cn");
  }
}

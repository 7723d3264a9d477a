package io.github.cognitofirstlogin.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cognitofirstlogin.auth.AuthHandler;
import io.github.cognitofirstlogin.auth.SessionAuthorizer;
import io.github.cognitofirstlogin.auth.contract.RequestMetric;
import io.github.cognitofirstlogin.auth.contract.TimeLimit;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MonitoringTest {
  private static final Synthesized STACK = Synthesized.plain();
  private static final Synthesized FULL = Synthesized.full();

  /** The time after which each function answers without Cognito. */
  private static final Map<Class<?>, TimeLimit> LIMITS =
      Map.of(AuthHandler.class, TimeLimit.REPLY, SessionAuthorizer.class, TimeLimit.SIGNING_KEYS);

  @Test
  void codesThatNeedAnOperatorRaiseAnAlarm() {
    var thresholds = new HashMap<String, Integer>();
    alarms(STACK)
        .filter(alarm -> alarm.get("Namespace").asText().equals(RequestMetric.NAMESPACE))
        .forEach(
            alarm ->
                thresholds.put(
                    dimensions(alarm).get(RequestMetric.CODE).asText(),
                    alarm.get("Threshold").asInt()));

    assertThat(thresholds)
        .containsOnly(
            entry("blocked", 50),
            entry("service_misconfigured", 1),
            entry("not_available_here", 1),
            entry("internal_error", 1),
            entry("outcome_unknown", 1),
            entry("refresh_token_reused", 1),
            entry("token_too_large", 1),
            entry("too_many_requests", 10));
  }

  @Test
  void codesAreCountedForTheApisFunction() {
    assertThat(
            alarms(STACK)
                .filter(alarm -> alarm.get("Namespace").asText().equals(RequestMetric.NAMESPACE)))
        .allSatisfy(
            alarm ->
                assertThat(dimensions(alarm).get(RequestMetric.FUNCTION))
                    .isEqualTo(Synthesized.ref(STACK.functionId(AuthHandler.class))));
  }

  @ParameterizedTest
  @ValueSource(classes = {AuthHandler.class, SessionAuthorizer.class})
  void eachFunctionHasAlarmsForErrorsThrottlesAndSlowCalls(Class<?> handler) {
    var alarms = new HashMap<String, JsonNode>();
    alarms(STACK)
        .filter(alarm -> alarm.get("Namespace").asText().equals("AWS/Lambda"))
        .filter(
            alarm ->
                dimensions(alarm)
                    .equals(Map.of("FunctionName", Synthesized.ref(STACK.functionId(handler)))))
        .forEach(alarm -> alarms.put(alarm.get("MetricName").asText(), alarm));

    assertThat(alarms).containsOnlyKeys("Errors", "Throttles", "Duration");
    assertThat(alarms.get("Duration").get("Statistic").asText()).isEqualTo("Maximum");
    // An alarm near Lambda's timeout would never ring, because the function answers long before.
    assertThat(alarms.get("Duration").get("Threshold").asLong())
        .isEqualTo(LIMITS.get(handler).duration().toMillis() * 8 / 10);
    assertThat(LIMITS.get(handler).duration())
        .isLessThan(Duration.ofSeconds(STACK.function(handler).get("Timeout").asLong()));
  }

  @Test
  void dailyCallThatIsNotMadeRaisesAnAlarm() {
    assertThat(alarms(STACK))
        .filteredOn(alarm -> alarm.get("Namespace").asText().equals("AWS/Events"))
        .allSatisfy(
            alarm -> assertThat(alarm.get("MetricName").asText()).isEqualTo("FailedInvocations"))
        .extracting(alarm -> dimensions(alarm).get("RuleName").get("Ref").asText())
        .containsExactlyInAnyOrderElementsOf(STACK.all("AWS::Events::Rule").keySet());
  }

  @Test
  void errorsOfTheApiRaiseAnAlarm() {
    assertThat(alarms(STACK))
        .filteredOn(alarm -> alarm.get("Namespace").asText().equals("AWS/ApiGateway"))
        .singleElement()
        .satisfies(
            alarm -> {
              // The metric's name for an HTTP API. For a REST API it would be 5XXError.
              assertThat(alarm.get("MetricName").asText()).isEqualTo("5xx");
              assertThat(dimensions(alarm))
                  .containsOnly(
                      entry("ApiId", Synthesized.ref(STACK.onlyId("AWS::ApiGatewayV2::Api"))));
            });
  }

  @Test
  void silenceRaisesNoAlarm() {
    assertThat(alarms(STACK))
        .allSatisfy(
            alarm -> {
              assertThat(alarm.get("TreatMissingData").asText()).isEqualTo("notBreaching");
              assertThat(alarm.get("ComparisonOperator").asText())
                  .isEqualTo("GreaterThanOrEqualToThreshold");
              assertThat(alarm.get("Period").asInt()).isEqualTo(300);
              assertThat(alarm.get("EvaluationPeriods").asInt()).isEqualTo(1);
            });
  }

  @Test
  void topicIsNotifiedOfEachAlarmAndItsEnd() {
    var topic = List.of(Synthesized.EVERY_KEY.get("alarmTopicArn"));

    assertThat(alarms(FULL))
        .isNotEmpty()
        .allSatisfy(
            alarm -> {
              assertThat(Synthesized.texts(alarm.get("AlarmActions"))).isEqualTo(topic);
              assertThat(Synthesized.texts(alarm.get("OKActions"))).isEqualTo(topic);
            });
  }

  @Test
  void withoutATopicAlarmsAreOnTheDashboardAlone() {
    assertThat(alarms(STACK)).noneMatch(alarm -> alarm.has("AlarmActions"));
    assertThat(dashboard()).contains(STACK.all("AWS::CloudWatch::Alarm").keySet());
  }

  @Test
  void dashboardLooksForTheMetricsOfTheLog() {
    assertThat(dashboard())
        .contains(
            "SEARCH('{CognitoFirstLogin,function,code} MetricName=\"requests\" function=\""
                + STACK.functionId(AuthHandler.class)
                + "\"', 'Sum', 300)",
            "SEARCH('{CognitoFirstLogin,function,route,code} MetricName=\"durationMillis\""
                + " function=\""
                + STACK.functionId(AuthHandler.class)
                + "\" code=\"ok\"', 'p99', 300)");
  }

  @Test
  void dashboardHasNoNameThatTwoStagesCouldShare() {
    assertThat(STACK.properties("AWS::CloudWatch::Dashboard").has("DashboardName")).isFalse();
  }

  @Test
  void savedQueriesAreInTheStacksFolder() {
    assertThat(FULL.all("AWS::Logs::QueryDefinition").values())
        .extracting(query -> query.at("/Properties/Name").asText())
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(SavedQuery.values()).map(query -> "Auth-test/" + query.title()).toList());
  }

  @Test
  void savedQueriesLookIntoLogsOfThisStack() {
    assertThat(STACK.all("AWS::Logs::QueryDefinition").values())
        .allSatisfy(
            query ->
                assertThat(query.at("/Properties/LogGroupNames"))
                    .isNotEmpty()
                    .allSatisfy(
                        group ->
                            assertThat(STACK.all("AWS::Logs::LogGroup"))
                                .containsKey(group.get("Ref").asText())));
  }

  private static Stream<JsonNode> alarms(Synthesized stack) {
    return stack.all("AWS::CloudWatch::Alarm").values().stream()
        .map(alarm -> alarm.get("Properties"));
  }

  private static Map<String, JsonNode> dimensions(JsonNode alarm) {
    var dimensions = new HashMap<String, JsonNode>();
    alarm
        .get("Dimensions")
        .forEach(each -> dimensions.put(each.get("Name").asText(), each.get("Value")));
    return dimensions;
  }

  /** The dashboard's content, with each reference as the logical id of its resource. */
  private static String dashboard() {
    var body = new StringBuilder();
    STACK
        .properties("AWS::CloudWatch::Dashboard")
        .at("/DashboardBody/Fn::Join/1")
        .forEach(
            part ->
                body.append(
                    part.isTextual()
                        ? part.asText()
                        : part.path("Ref").asText(part.at("/Fn::GetAtt/0").asText())));
    var widgets = Synthesized.json(body.toString()).get("widgets");
    return Stream.concat(
            widgets.findValuesAsText("expression").stream(),
            widgets.findValues("alarms").stream().map(JsonNode::toString))
        .collect(Collectors.joining("\n"));
  }
}

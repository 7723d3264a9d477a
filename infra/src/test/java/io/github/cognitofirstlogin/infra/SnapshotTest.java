package io.github.cognitofirstlogin.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cognitofirstlogin.auth.AuthHandler;
import io.github.cognitofirstlogin.auth.SessionAuthorizer;
import io.github.cognitofirstlogin.auth.contract.KeepAliveEvent;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The functions start from a snapshot, which is always active. */
class SnapshotTest {
  private static final Synthesized STACK = Synthesized.plain();

  @ParameterizedTest
  @ValueSource(classes = {AuthHandler.class, SessionAuthorizer.class})
  void aliasCallsThePublishedVersion(Class<?> handler) {
    assertThat(STACK.function(handler).at("/SnapStart/ApplyOn").asText())
        .isEqualTo("PublishedVersions");
    var version = alias(handler).at("/FunctionVersion/Fn::GetAtt/0").asText();
    assertThat(STACK.all("AWS::Lambda::Version").get(version).at("/Properties/FunctionName"))
        .isEqualTo(Synthesized.ref(STACK.functionId(handler)));
  }

  @Test
  void everyCallOfAFunctionUsesItsAlias() {
    assertThat(STACK.template().get("Resources"))
        .filteredOn(
            resource ->
                resource
                    .get("Type")
                    .asText()
                    .matches("AWS::(ApiGatewayV2|Events)::.*|AWS::Lambda::Permission"))
        .noneMatch(
            resource ->
                STACK.all("AWS::Lambda::Function").keySet().stream()
                    .anyMatch(id -> resource.toString().contains('"' + id + '"')));
  }

  @ParameterizedTest
  @ValueSource(classes = {AuthHandler.class, SessionAuthorizer.class})
  void versionIsCalledBeforeLambdaPutsItToSleep(Class<?> handler) {
    var rule = keepAlive(handler);

    assertThat(rule.get("State").asText()).isEqualTo("ENABLED");
    // Lambda deactivates a snapshot after 14 days without a call, so several calls may be missed.
    assertThat(rule.get("ScheduleExpression").asText()).isEqualTo("rate(1 day)");
  }

  @ParameterizedTest
  @ValueSource(classes = {AuthHandler.class, SessionAuthorizer.class})
  void scheduleSendsWhatTheHandlersAreTestedWith(Class<?> handler) {
    var input = Synthesized.json(keepAlive(handler).at("/Targets/0/Input").asText());

    assertThat(Synthesized.members(input).keySet()).isEqualTo(KeepAliveEvent.MEMBERS.keySet());
    assertThat(input.get("keepAlive").asBoolean()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(classes = {AuthHandler.class, SessionAuthorizer.class})
  void scheduleMayCallTheAlias(Class<?> handler) {
    assertThat(STACK.all("AWS::Lambda::Permission").values())
        .extracting(permission -> permission.get("Properties"))
        .filteredOn(
            permission -> permission.get("Principal").asText().equals("events.amazonaws.com"))
        .filteredOn(permission -> permission.get("FunctionName").equals(STACK.liveOf(handler)))
        .singleElement()
        .satisfies(
            permission ->
                assertThat(permission.get("SourceArn"))
                    .isEqualTo(Synthesized.arnOf(keepAliveId(handler))));
  }

  private static JsonNode alias(Class<?> handler) {
    return STACK
        .all("AWS::Lambda::Alias")
        .get(STACK.liveOf(handler).get("Ref").asText())
        .get("Properties");
  }

  private static JsonNode keepAlive(Class<?> handler) {
    return STACK.all("AWS::Events::Rule").get(keepAliveId(handler)).get("Properties");
  }

  private static String keepAliveId(Class<?> handler) {
    return STACK.all("AWS::Events::Rule").entrySet().stream()
        .filter(
            rule -> rule.getValue().at("/Properties/Targets/0/Arn").equals(STACK.liveOf(handler)))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }
}

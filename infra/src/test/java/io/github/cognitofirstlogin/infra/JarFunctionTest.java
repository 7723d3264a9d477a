package io.github.cognitofirstlogin.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cognitofirstlogin.auth.AuthHandler;
import io.github.cognitofirstlogin.auth.SessionAuthorizer;
import io.github.cognitofirstlogin.leaks.Hostile;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JarFunctionTest {
  private static final Synthesized STACK = Synthesized.plain();

  @ParameterizedTest
  @ValueSource(classes = {AuthHandler.class, SessionAuthorizer.class})
  void handlerIsAMethodOfAClass(Class<?> handler) throws ReflectiveOperationException {
    var name = STACK.function(handler).get("Handler").asText().split("::");

    assertThat(Class.forName(name[0]).getMethods()).extracting("name").contains(name[1]);
  }

  @ParameterizedTest
  @ValueSource(classes = {AuthHandler.class, SessionAuthorizer.class})
  void runtimeReadsTheClassFiles(Class<?> handler) throws IOException {
    var runtime = STACK.function(handler).get("Runtime").asText();

    assertThat(runtime).matches("java[0-9]+");
    try (var classFile =
        new DataInputStream(handler.getResourceAsStream(handler.getSimpleName() + ".class"))) {
      classFile.skipNBytes(6);
      // Java 1.0 has the class file version 44.
      assertThat(classFile.readUnsignedShort() - 44)
          .isBetween(17, Integer.parseInt(runtime.substring("java".length())));
    }
  }

  @ParameterizedTest
  @ValueSource(classes = {AuthHandler.class, SessionAuthorizer.class})
  void jvmCompilesAsTheBenchmarksDoesAndRemembersNoAddress(Class<?> handler) {
    assertThat(STACK.function(handler).at("/Environment/Variables/JAVA_TOOL_OPTIONS").asText())
        .isEqualTo(
            "-XX:TieredStopAtLevel=1"
                + " -Dsun.net.inetaddr.ttl=0 -Dsun.net.inetaddr.negative.ttl=0");
  }

  @ParameterizedTest
  @ValueSource(classes = {AuthHandler.class, SessionAuthorizer.class})
  void functionRunsOnArm(Class<?> handler) {
    assertThat(Synthesized.texts(STACK.function(handler).get("Architectures")))
        .containsExactly("arm64");
  }

  /** X-Ray would store addresses and times, and an extension could store anything. */
  @ParameterizedTest
  @ValueSource(classes = {AuthHandler.class, SessionAuthorizer.class})
  @Hostile("L10")
  void nothingTracesTheFunction(Class<?> handler) {
    assertThat(STACK.function(handler).has("TracingConfig")).isFalse();
    assertThat(STACK.function(handler).has("Layers")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(classes = {AuthHandler.class, SessionAuthorizer.class})
  void functionHasNoPermissionBeyondItsOwnLog(Class<?> handler) {
    var role = STACK.roleOf(handler);

    assertThat(STACK.all("AWS::IAM::Policy")).isEmpty();
    assertThat(STACK.all("AWS::IAM::ManagedPolicy")).isEmpty();
    assertThat(role.has("ManagedPolicyArns")).isFalse();
    assertThat(role.get("Policies")).hasSize(1);
    var statements = role.at("/Policies/0/PolicyDocument/Statement");
    assertThat(statements).hasSize(1);
    assertThat(Synthesized.texts(statements.at("/0/Action")))
        .containsExactlyInAnyOrder("logs:CreateLogStream", "logs:PutLogEvents");
    assertThat(statements.at("/0/Resource"))
        .isEqualTo(Synthesized.arnOf(logGroup(STACK.function(handler))));
  }

  @Test
  void confidentialClientsSecretMayBeReadByTheApisFunctionAlone() {
    var stack = Synthesized.with(Map.of("confidentialClient", true));
    var policies = stack.roleOf(AuthHandler.class).get("Policies");

    assertThat(policies)
        .extracting(policy -> policy.at("/PolicyDocument/Statement/0/Action"))
        .anySatisfy(
            action -> assertThat(action.asText()).isEqualTo("cognito-idp:DescribeUserPoolClient"));
    assertThat(policies)
        .hasSize(2)
        .extracting(policy -> policy.at("/PolicyDocument/Statement"))
        .allSatisfy(statements -> assertThat(statements).hasSize(1))
        .extracting(statements -> statements.at("/0/Resource"))
        .containsExactlyInAnyOrder(
            Synthesized.arnOf(stack.onlyId("AWS::Cognito::UserPool")),
            Synthesized.arnOf(logGroup(stack.function(AuthHandler.class))));
    assertThat(stack.roleOf(SessionAuthorizer.class).get("Policies")).hasSize(1);
  }

  @Test
  void concurrencyIsReservedForTheApisFunctionAlone() {
    var full = Synthesized.full();

    assertThat(full.function(AuthHandler.class).get("ReservedConcurrentExecutions").asInt())
        .isEqualTo(50);
    assertThat(full.function(SessionAuthorizer.class).has("ReservedConcurrentExecutions"))
        .isFalse();
    assertThat(STACK.function(AuthHandler.class).has("ReservedConcurrentExecutions")).isFalse();
  }

  @Test
  void noFunctionSharesARoleOrALog() {
    var api = STACK.function(AuthHandler.class);
    var authorizer = STACK.function(SessionAuthorizer.class);

    assertThat(api.get("Role")).isNotEqualTo(authorizer.get("Role"));
    assertThat(logGroup(api)).isNotEqualTo(logGroup(authorizer));
  }

  @ParameterizedTest
  @ValueSource(classes = {AuthHandler.class, SessionAuthorizer.class})
  void functionLogsJsonIntoItsOwnGroup(Class<?> handler) {
    var function = STACK.function(handler);

    assertThat(function.at("/LoggingConfig/LogFormat").asText()).isEqualTo("JSON");
    assertThat(STACK.all("AWS::Logs::LogGroup")).containsKey(logGroup(function));
  }

  private static String logGroup(JsonNode function) {
    return function.at("/LoggingConfig/LogGroup/Ref").asText();
  }
}

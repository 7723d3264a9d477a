package io.github.cognitofirstlogin.infra;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitofirstlogin.auth.contract.Route;
import io.github.cognitofirstlogin.leaks.Hostile;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.Stack;

class AuthStackTest {
  private static final Synthesized STACK = Synthesized.plain();

  @Test
  @Hostile("L9")
  void outputsAreWhatOtherTeamsRead() {
    var outputs = STACK.template().get("Outputs");

    assertThat(Synthesized.members(outputs).keySet())
        .containsExactlyInAnyOrder(
            "ApiUrl", "ApiId", "AuthorizerId", "UserPoolId", "UserPoolClientId");
    assertThat(outputs.at("/ApiId/Value"))
        .isEqualTo(Synthesized.ref(STACK.onlyId("AWS::ApiGatewayV2::Api")));
    assertThat(outputs.at("/AuthorizerId/Value"))
        .isEqualTo(Synthesized.ref(STACK.onlyId("AWS::ApiGatewayV2::Authorizer")));
    assertThat(outputs.at("/UserPoolId/Value"))
        .isEqualTo(Synthesized.ref(STACK.onlyId("AWS::Cognito::UserPool")));
    assertThat(outputs.at("/UserPoolClientId/Value"))
        .isEqualTo(Synthesized.ref(STACK.onlyId("AWS::Cognito::UserPoolClient")));
  }

  @Test
  void apiUrlIsTheApisEndpointWithoutSlash() {
    assertThat(Synthesized.texts(STACK.template().at("/Outputs/ApiUrl/Value/Fn::GetAtt")))
        .containsExactly(STACK.onlyId("AWS::ApiGatewayV2::Api"), "ApiEndpoint");
  }

  @Test
  void apiUrlIsTheCustomDomainWhereThereIsOne() {
    assertThat(Synthesized.full().template().at("/Outputs/ApiUrl/Value").asText())
        .isEqualTo("https://api.example.com");
  }

  @Test
  void plainDeploymentHoldsNothingElse() {
    // The stack has no custom resource that reads a client secret, no bucket and no function of the
    // CDK.
    assertThat(STACK.template().get("Resources"))
        .extracting(resource -> resource.get("Type").asText())
        .hasSize(22 + 17 + 1 + SavedQuery.values().length + 2 * Route.values().length)
        .containsOnly(
            "AWS::Cognito::UserPool",
            "AWS::Cognito::UserPoolClient",
            "AWS::Lambda::Function",
            "AWS::Lambda::Version",
            "AWS::Lambda::Alias",
            "AWS::Events::Rule",
            "AWS::IAM::Role",
            "AWS::Logs::LogGroup",
            "AWS::ApiGatewayV2::Api",
            "AWS::ApiGatewayV2::Authorizer",
            "AWS::ApiGatewayV2::Stage",
            "AWS::ApiGatewayV2::Integration",
            "AWS::ApiGatewayV2::Route",
            "AWS::Lambda::Permission",
            "AWS::CloudWatch::Alarm",
            "AWS::CloudWatch::Dashboard",
            "AWS::Logs::QueryDefinition");
  }

  @Test
  @Hostile("S7")
  void sameSourcesGiveTheSameBytes() {
    assertThat(Synthesized.template(Map.of(), app -> {}))
        .isEqualTo(Synthesized.template(Map.of(), app -> {}));
  }

  @Test
  void stackIsNamedAuth() {
    assertThat(nameWith(Map.of())).isEqualTo("Auth");
  }

  @Test
  void stageIsPartOfTheStacksName() {
    assertThat(nameWith(Map.of("stage", "test"))).isEqualTo("Auth-test");
  }

  @Test
  void stageChangesNoLogicalId() {
    assertThat(lastingIds(Synthesized.with(Map.of("stage", "test")))).isEqualTo(lastingIds(STACK));
  }

  /** The stack's name is part of a permission's id. Nobody notices a replaced permission. */
  private static Set<String> lastingIds(Synthesized stack) {
    var ids = new HashSet<>(Synthesized.members(stack.template().get("Resources")).keySet());
    ids.removeAll(stack.all("AWS::Lambda::Permission").keySet());
    return ids;
  }

  private static String nameWith(Map<String, ?> context) {
    var names = new StringBuilder();
    Synthesized.template(
        context,
        app ->
            app.getNode().getChildren().stream()
                .filter(Stack.class::isInstance)
                .map(Stack.class::cast)
                .forEach(stack -> names.append(stack.getStackName())));
    return names.toString();
  }
}

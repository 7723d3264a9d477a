package io.github.cognitofirstlogin.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cognitofirstlogin.auth.SessionAuthorizer;
import org.junit.jupiter.api.Test;

/** The authorizer that other teams' routes use. */
class SessionAuthorizerTest {
  private static final Synthesized STACK = Synthesized.plain();

  @Test
  void everyRequestIsAskedAbout() {
    // A cached answer would outlive the session.
    assertThat(authorizer().get("AuthorizerResultTtlInSeconds").asInt(-1)).isZero();
  }

  @Test
  void requestWithoutACookieIsRefusedUnasked() {
    assertThat(Synthesized.texts(authorizer().get("IdentitySource")))
        .containsExactly("$request.header.Cookie");
  }

  @Test
  void authorizerUsesPayloadFormatTwoWithSimpleResponses() {
    assertThat(authorizer().get("AuthorizerType").asText()).isEqualTo("REQUEST");
    assertThat(authorizer().get("AuthorizerPayloadFormatVersion").asText()).isEqualTo("2.0");
    assertThat(authorizer().get("EnableSimpleResponses").asBoolean()).isTrue();
  }

  @Test
  void authorizerIsTheApisAndAsksTheFunction() {
    assertThat(authorizer().get("ApiId"))
        .isEqualTo(Synthesized.ref(STACK.onlyId("AWS::ApiGatewayV2::Api")));
    assertThat(authorizer().get("AuthorizerUri"))
        .isEqualTo(
            Synthesized.json(
                """
                {"Fn::Join":["",["arn:",{"Ref":"AWS::Partition"},":apigateway:",
                 {"Ref":"AWS::Region"},":lambda:path/2015-03-31/functions/",%s,"/invocations"]]}
                """
                    .formatted(arn())));
  }

  @Test
  void apiAsksForThisAuthorizerAlone() {
    assertThat(STACK.all("AWS::Lambda::Permission").values())
        .extracting(permission -> permission.get("Properties"))
        .filteredOn(permission -> permission.get("FunctionName").equals(arn()))
        .filteredOn(
            permission -> permission.get("Principal").asText().equals("apigateway.amazonaws.com"))
        .singleElement()
        .satisfies(
            permission -> {
              assertThat(permission.get("Action").asText()).isEqualTo("lambda:InvokeFunction");
              assertThat(permission.get("SourceArn"))
                  .isEqualTo(
                      Synthesized.json(
                          """
                          {"Fn::Join":["",["arn:",{"Ref":"AWS::Partition"},":execute-api:",
                           {"Ref":"AWS::Region"},":",{"Ref":"AWS::AccountId"},":",
                           {"Ref":"%s"},"/authorizers/",{"Ref":"%s"}]]}
                          """
                              .formatted(
                                  STACK.onlyId("AWS::ApiGatewayV2::Api"),
                                  STACK.onlyId("AWS::ApiGatewayV2::Authorizer"))));
            });
  }

  @Test
  void noRouteOfOursNeedsASessionBefore() {
    assertThat(STACK.all("AWS::ApiGatewayV2::Route").values())
        .allSatisfy(
            route -> {
              assertThat(route.at("/Properties/AuthorizationType").asText("NONE"))
                  .isEqualTo("NONE");
              assertThat(route.at("/Properties/AuthorizerId").isMissingNode()).isTrue();
            });
  }

  @Test
  void authorizerOutlastsTheFetchOfThePoolsKeys() {
    // The fetch takes at most two seconds to connect and two to read. API Gateway waits for ten.
    assertThat(STACK.function(SessionAuthorizer.class).get("Timeout").asInt()).isBetween(5, 10);
  }

  private static JsonNode authorizer() {
    return STACK.properties("AWS::ApiGatewayV2::Authorizer");
  }

  private static JsonNode arn() {
    return STACK.liveOf(SessionAuthorizer.class);
  }
}

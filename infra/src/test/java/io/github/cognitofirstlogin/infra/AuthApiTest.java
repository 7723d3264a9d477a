package io.github.cognitofirstlogin.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cognitofirstlogin.auth.AuthHandler;
import io.github.cognitofirstlogin.auth.SessionAuthorizer;
import io.github.cognitofirstlogin.auth.contract.Route;
import io.github.cognitofirstlogin.leaks.Hostile;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class AuthApiTest {
  private static final Synthesized STACK = Synthesized.plain();
  private static final Synthesized FULL = Synthesized.full();

  @Test
  void routesAreExactlyTheContractsRoutes() {
    assertThat(STACK.all("AWS::ApiGatewayV2::Route").values())
        .extracting(route -> route.at("/Properties/RouteKey").asText())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Route.values()).map(Route::key).toList());
  }

  @Test
  void everyRouteCallsTheOneFunction() {
    var integration = STACK.onlyId("AWS::ApiGatewayV2::Integration");

    assertThat(integration().get("IntegrationUri")).isEqualTo(STACK.liveOf(AuthHandler.class));
    assertThat(STACK.all("AWS::ApiGatewayV2::Route").values())
        .allSatisfy(
            route ->
                assertThat(route.at("/Properties/Target").toString())
                    .contains(Synthesized.ref(integration).toString()));
  }

  @Test
  void apiMayCallTheFunctionOnItsRoutesOnly() {
    var function = STACK.liveOf(AuthHandler.class);
    var permissions =
        STACK.all("AWS::Lambda::Permission").values().stream()
            .filter(permission -> permission.at("/Properties/FunctionName").equals(function))
            .filter(permission -> isOf("apigateway.amazonaws.com", permission))
            .toList();

    assertThat(permissions).hasSameSizeAs(Route.values());
    // The permission's ARN contains the path, so each method of a path has its own permission.
    for (var route : Route.values()) {
      assertThat(permissions)
          .filteredOn(
              permission ->
                  permission
                      .at("/Properties/SourceArn")
                      .toString()
                      .endsWith("\"/*/*" + route.path() + "\"]]}"))
          .as(route.key())
          .hasSize(methodsOf(route.path()));
    }
  }

  @Test
  void onlyTheApiAndTheScheduleMayCallAFunction() {
    assertThat(STACK.all("AWS::Lambda::Permission").values())
        .allMatch(
            permission ->
                isOf("apigateway.amazonaws.com", permission)
                    || isOf("events.amazonaws.com", permission))
        .allMatch(permission -> permission.at("/Properties/SourceArn").isObject());
  }

  private static boolean isOf(String principal, JsonNode permission) {
    return permission.at("/Properties/Principal").asText().equals(principal);
  }

  @Test
  void functionSeesPayloadFormatTwo() {
    assertThat(integration().get("PayloadFormatVersion").asText()).isEqualTo("2.0");
  }

  @Test
  void functionsOwnTimeoutComesBeforeTheGateways() {
    var function = STACK.function(AuthHandler.class).get("Timeout").asInt() * 1000;
    var gateway = integration().get("TimeoutInMillis").asInt();

    // The API promises a reply within ten seconds. API Gateway waits for at most thirty.
    assertThat(function).isGreaterThan(10_000).isLessThan(gateway);
    assertThat(gateway).isLessThan(30_000);
  }

  @Test
  void defaultStageIsThrottled() {
    var stage = stage();

    assertThat(stage.get("StageName").asText()).isEqualTo("$default");
    assertThat(stage.get("AutoDeploy").asBoolean()).isTrue();
    assertThat(stage.at("/DefaultRouteSettings/ThrottlingRateLimit").asInt()).isPositive();
    assertThat(stage.at("/DefaultRouteSettings/ThrottlingBurstLimit").asInt()).isPositive();
  }

  @Test
  void everyRequestIsLoggedAsJson() {
    var line = Synthesized.json(accessLogFormat());

    assertThat(Synthesized.members(line))
        .containsKeys("requestId", "routeKey", "status", "integrationStatus", "integrationLatency");
    assertThat(STACK.all("AWS::Logs::LogGroup")).containsKey(accessLogGroup());
  }

  @Test
  @Hostile("L6")
  void accessLogHoldsNothingACallerSends() {
    var variables = new HashSet<String>();
    var matcher = Pattern.compile("\\$context\\.([A-Za-z.]+)").matcher(accessLogFormat());
    while (matcher.find()) {
      variables.add(matcher.group(1));
    }

    // The log has no path, query, header, cookie or authorizer value, because each of them can
    // contain a secret.
    assertThat(variables)
        .containsExactlyInAnyOrder(
            "requestId",
            "requestTime",
            "identity.sourceIp",
            "routeKey",
            "status",
            "error.responseType",
            "responseLatency",
            "responseLength",
            "integration.status",
            "integration.latency",
            "integration.error");
    assertThat(accessLogFormat()).hasSizeLessThan(3072).doesNotContain("\n");
  }

  @Test
  void everyLogIsForgottenAfterAMonth() {
    assertThat(STACK.all("AWS::Logs::LogGroup").keySet())
        .containsExactlyInAnyOrder(
            accessLogGroup(),
            STACK.function(AuthHandler.class).at("/LoggingConfig/LogGroup/Ref").asText(),
            STACK.function(SessionAuthorizer.class).at("/LoggingConfig/LogGroup/Ref").asText());
    assertThat(STACK.all("AWS::Logs::LogGroup").values())
        .allSatisfy(
            group -> assertThat(group.at("/Properties/RetentionInDays").asInt()).isEqualTo(30));
  }

  @Test
  void noOriginIsAllowedWhereNoneIsConfigured() {
    assertThat(api(STACK).has("CorsConfiguration")).isFalse();
  }

  @Test
  void allowedOriginsAreExactlyTheConfiguredOnes() {
    assertThat(Synthesized.texts(cors().get("AllowOrigins")))
        .isEqualTo(Synthesized.EVERY_KEY.get("allowedOrigins"));
  }

  @Test
  void pagesMaySendCookiesAndTheTwoHeaders() {
    assertThat(cors().get("AllowCredentials").asBoolean()).isTrue();
    assertThat(Synthesized.texts(cors().get("AllowHeaders")))
        .containsExactlyInAnyOrder("content-type", "x-requested-with");
  }

  @Test
  void pagesMayUseTheRoutesMethodsOnly() {
    assertThat(Synthesized.texts(cors().get("AllowMethods")))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Route.values()).map(Route::method).distinct().toList());
  }

  @Test
  @Hostile("B15")
  void pagesCanReadWhenToTryAgain() {
    assertThat(Synthesized.texts(cors().get("ExposeHeaders"))).containsExactly("retry-after");
  }

  @Test
  @Hostile("B11")
  void nothingInCorsIsAWildcard() {
    assertThat(cors().toString()).doesNotContain("*");
  }

  @Test
  void customDomainLeadsToTheDefaultStage() {
    var mapping = FULL.properties("AWS::ApiGatewayV2::ApiMapping");

    assertThat(mapping.get("ApiId"))
        .isEqualTo(Synthesized.ref(FULL.onlyId("AWS::ApiGatewayV2::Api")));
    assertThat(mapping.get("DomainName"))
        .isEqualTo(Synthesized.ref(FULL.onlyId("AWS::ApiGatewayV2::DomainName")));
    assertThat(mapping.has("ApiMappingKey")).isFalse();
  }

  @Test
  void customDomainHasTheConfiguredNameAndCertificate() {
    var domain = FULL.properties("AWS::ApiGatewayV2::DomainName");

    assertThat(domain.get("DomainName").asText())
        .isEqualTo(Synthesized.EVERY_KEY.get("apiDomainName"));
    assertThat(domain.at("/DomainNameConfigurations/0/CertificateArn").asText())
        .isEqualTo(Synthesized.EVERY_KEY.get("certificateArn"));
    assertThat(domain.at("/DomainNameConfigurations/0/SecurityPolicy").asText())
        .isEqualTo("TLS_1_2");
  }

  @Test
  void customDomainIsFoundOverBothInternetProtocols() {
    assertThat(FULL.all("AWS::Route53::RecordSet").values())
        .extracting(record -> record.at("/Properties/Type").asText())
        .containsExactlyInAnyOrder("A", "AAAA");
    assertThat(FULL.all("AWS::Route53::RecordSet").values())
        .allSatisfy(
            record -> {
              assertThat(record.at("/Properties/Name").asText()).isEqualTo("api.example.com.");
              assertThat(record.at("/Properties/HostedZoneId").asText())
                  .isEqualTo(Synthesized.EVERY_KEY.get("hostedZoneId"));
              assertThat(Synthesized.texts(record.at("/Properties/AliasTarget/DNSName/Fn::GetAtt")))
                  .containsExactly(
                      FULL.onlyId("AWS::ApiGatewayV2::DomainName"), "RegionalDomainName");
            });
    assertThat(api(FULL).get("IpAddressType").asText()).isEqualTo("dualstack");
    assertThat(
            FULL.properties("AWS::ApiGatewayV2::DomainName")
                .at("/DomainNameConfigurations/0/IpAddressType")
                .asText())
        .isEqualTo("dualstack");
  }

  @Test
  void customDomainIsTheOnlyWayIn() {
    assertThat(api(FULL).get("DisableExecuteApiEndpoint").asBoolean()).isTrue();
    assertThat(api(STACK).get("DisableExecuteApiEndpoint").asBoolean()).isFalse();
  }

  @Test
  void recordsOfAForeignZoneAreLeftToItsOwner() {
    var stack = Synthesized.with(Synthesized.OWN_NAME);

    assertThat(stack.all("AWS::ApiGatewayV2::DomainName")).hasSize(1);
    assertThat(stack.all("AWS::Route53::RecordSet")).isEmpty();
  }

  @Test
  void plainDeploymentHasNoDomain() {
    assertThat(List.of("AWS::ApiGatewayV2::DomainName", "AWS::ApiGatewayV2::ApiMapping"))
        .allSatisfy(type -> assertThat(STACK.all(type)).isEmpty());
  }

  private static int methodsOf(String path) {
    return (int) Arrays.stream(Route.values()).filter(route -> route.path().equals(path)).count();
  }

  private static JsonNode api(Synthesized stack) {
    return stack.properties("AWS::ApiGatewayV2::Api");
  }

  private static JsonNode cors() {
    return api(FULL).get("CorsConfiguration");
  }

  private static JsonNode integration() {
    return STACK.properties("AWS::ApiGatewayV2::Integration");
  }

  private static JsonNode stage() {
    return STACK.properties("AWS::ApiGatewayV2::Stage");
  }

  private static String accessLogFormat() {
    return stage().at("/AccessLogSettings/Format").asText();
  }

  private static String accessLogGroup() {
    return stage().at("/AccessLogSettings/DestinationArn/Fn::GetAtt/0").asText();
  }
}

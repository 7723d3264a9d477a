package io.github.cognitofirstlogin.infra;

import io.github.cognitofirstlogin.auth.contract.Route;
import io.github.cognitofirstlogin.infra.config.Hosts;
import io.github.cognitofirstlogin.infra.config.Origin;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import software.amazon.awscdk.Acknowledgment;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Names;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Validations;
import software.amazon.awscdk.aws_apigatewayv2_integrations.HttpLambdaIntegration;
import software.amazon.awscdk.aws_apigatewayv2_integrations.HttpLambdaIntegrationProps;
import software.amazon.awscdk.services.apigatewayv2.AuthorizerPayloadVersion;
import software.amazon.awscdk.services.apigatewayv2.CfnStage;
import software.amazon.awscdk.services.apigatewayv2.CorsHttpMethod;
import software.amazon.awscdk.services.apigatewayv2.CorsPreflightOptions;
import software.amazon.awscdk.services.apigatewayv2.HttpApi;
import software.amazon.awscdk.services.apigatewayv2.HttpAuthorizer;
import software.amazon.awscdk.services.apigatewayv2.HttpAuthorizerType;
import software.amazon.awscdk.services.apigatewayv2.HttpMethod;
import software.amazon.awscdk.services.apigatewayv2.HttpRoute;
import software.amazon.awscdk.services.apigatewayv2.HttpRouteKey;
import software.amazon.awscdk.services.apigatewayv2.HttpStage;
import software.amazon.awscdk.services.apigatewayv2.IHttpApi;
import software.amazon.awscdk.services.apigatewayv2.IpAddressType;
import software.amazon.awscdk.services.apigatewayv2.PayloadFormatVersion;
import software.amazon.awscdk.services.apigatewayv2.ThrottleSettings;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.IFunction;
import software.amazon.awscdk.services.lambda.Permission;
import software.amazon.awscdk.services.logs.ILogGroup;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.amazon.awscdk.services.route53.RecordTarget;
import software.constructs.Construct;

/**
 * The HTTP API in front of the function: the routes of {@link Route}, and an authorizer for the
 * routes of other teams.
 */
final class AuthApi extends Construct {
  /**
   * Longer than the function's time limit, so that the function's own reply comes first. API
   * Gateway's limit is 30 seconds.
   */
  static final Duration INTEGRATION_TIMEOUT = Duration.seconds(20);

  /** The stage's name behind a front door. */
  static final String STAGE_BEHIND_FRONT_DOOR = "api";

  private static final String DOMAIN = "Domain";

  /**
   * One policy lets API Gateway write to every log group with this prefix. Each other group would
   * add a line to a policy of the account, whose size is limited.
   */
  private static final String VENDED_LOGS = "/aws/vendedlogs/";

  /**
   * Cognito's default limit for an operation in an account. More requests would only cost money.
   */
  private static final int REQUESTS_PER_SECOND = 360;

  /**
   * The fields of the access log: no path, query, headers or body. The caller's address helps to
   * investigate password guessing. No other field is about a person.
   */
  private static final String ACCESS_LOG_LINE =
      """
      {"requestId":"$context.requestId",
      "requestTime":"$context.requestTime",
      "sourceIp":"$context.identity.sourceIp",
      "routeKey":"$context.routeKey",
      "status":"$context.status",
      "errorType":"$context.error.responseType",
      "responseLatency":"$context.responseLatency",
      "responseLength":"$context.responseLength",
      "integrationStatus":"$context.integration.status",
      "integrationLatency":"$context.integration.latency",
      "integrationError":"$context.integration.error"}
      """
          .replace("\n", "");

  private final HttpApi api;
  private final LogGroup log;
  private final String url;

  AuthApi(Construct scope, String id, String name, Hosts config, Optional<ApiName> apiName) {
    super(scope, id);
    var ownName = apiName.filter(known -> config.frontDoor().isEmpty());
    var properties =
        HttpApi.Builder.create(this, "Http")
            .apiName(name)
            .createDefaultStage(false)
            .ipAddressType(IpAddressType.DUAL_STACK)
            // The API has one host name only, because browsers would drop a shared domain's cookies
            // under the other one.
            .disableExecuteApiEndpoint(ownName.isPresent());
    if (!config.allowedOrigins().isEmpty()) {
      properties.corsPreflight(cors(config.allowedOrigins()));
    }
    api = properties.build();
    var stageProperties =
        HttpStage.Builder.create(this, "Stage")
            .httpApi(api)
            .autoDeploy(true)
            .throttle(
                ThrottleSettings.builder()
                    .rateLimit(REQUESTS_PER_SECOND)
                    .burstLimit(REQUESTS_PER_SECOND)
                    .build());
    if (config.frontDoor().isPresent()) {
      // The first part of every path, so that a distribution passes paths on unchanged.
      stageProperties.stageName(STAGE_BEHIND_FRONT_DOOR);
    }
    var stage = stageProperties.build();
    log = accessLog(stage);
    url =
        ownName
            .map(domain -> new AuthDomain(this, DOMAIN, domain, stage).url())
            .orElseGet(api::getApiEndpoint);
  }

  /** The address of the API, without a slash at the end. */
  String url() {
    return url;
  }

  IHttpApi http() {
    return api;
  }

  /** The log group with one line for each request. */
  ILogGroup log() {
    return log;
  }

  /**
   * The id of an authorizer that calls the function for each request. Its answers are not cached,
   * because a cached answer would outlive the session.
   */
  String authorizedBy(IFunction function) {
    var stack = Stack.of(this);
    var authorizer =
        HttpAuthorizer.Builder.create(this, "SessionAuthorizer")
            .httpApi(api)
            .authorizerName("session")
            .type(HttpAuthorizerType.LAMBDA)
            .payloadFormatVersion(AuthorizerPayloadVersion.VERSION_2_0)
            .enableSimpleResponses(true)
            .identitySource(List.of("$request.header.Cookie"))
            .resultsCacheTtl(Duration.seconds(0))
            .authorizerUri(
                stack.formatArn(
                    ArnComponents.builder()
                        .service("apigateway")
                        .account("lambda")
                        .resource("path/2015-03-31/functions")
                        .resourceName(function.getFunctionArn() + "/invocations")
                        .build()))
            .build();
    function.addPermission(
        "AskedByApi",
        Permission.builder()
            .principal(new ServicePrincipal("apigateway.amazonaws.com"))
            .sourceArn(
                stack.formatArn(
                    ArnComponents.builder()
                        .service("execute-api")
                        .resource(api.getApiId())
                        .resourceName("authorizers/" + authorizer.getAuthorizerId())
                        .build()))
            .build());
    return authorizer.getAuthorizerId();
  }

  private static CorsPreflightOptions cors(List<Origin> allowedOrigins) {
    return CorsPreflightOptions.builder()
        .allowOrigins(allowedOrigins.stream().map(Origin::value).toList())
        .allowCredentials(true)
        .allowMethods(
            Arrays.stream(Route.values())
                .map(Route::method)
                .distinct()
                .map(CorsHttpMethod::valueOf)
                .toList())
        .allowHeaders(List.of("content-type", "x-requested-with"))
        .exposeHeaders(List.of("retry-after"))
        .maxAge(Duration.hours(1))
        .build();
  }

  /** The API's own host name, even behind a front door. */
  String endpointHost() {
    var stack = Stack.of(this);
    return "%s.execute-api.%s.%s"
        .formatted(api.getApiId(), stack.getRegion(), stack.getUrlSuffix());
  }

  /**
   * Creates the DNS records of the API's name for the API or the front door. The records have the
   * same ids in both cases: CloudFormation creates a new record before it deletes the old one, and
   * Route 53 refuses a second record with the same name.
   */
  void nameLeadsTo(RecordTarget target, ApiName name) {
    DnsRecords.of(new Construct(this, DOMAIN), name, target);
  }

  /** Adds every route with the function as its integration. */
  void routeTo(IFunction function) {
    var integration =
        new HttpLambdaIntegration(
            "Function",
            function,
            HttpLambdaIntegrationProps.builder()
                .payloadFormatVersion(PayloadFormatVersion.VERSION_2_0)
                .timeout(INTEGRATION_TIMEOUT)
                .build());
    for (var route : Route.values()) {
      var resource =
          HttpRoute.Builder.create(this, ConstructId.of(route))
              .httpApi(api)
              .routeKey(HttpRouteKey.with(route.path(), HttpMethod.valueOf(route.method())))
              .integration(integration)
              .build();
      Validations.of(resource)
          .acknowledge(
              Acknowledgment.builder()
                  .id("AwsSolutions-APIG4")
                  .reason(
                      "A caller of this route has no token yet, or needs a new one: Cognito"
                          + " checks the password or session of the request, and the function"
                          + " checks a session's cookie.")
                  .build());
    }
  }

  private LogGroup accessLog(HttpStage stage) {
    var logs =
        LogGroup.Builder.create(this, "AccessLog")
            .logGroupName(VENDED_LOGS + Stack.of(this).getStackName() + "/" + Names.uniqueId(this))
            .retention(RetentionDays.ONE_MONTH)
            .removalPolicy(RemovalPolicy.DESTROY)
            .build();
    Underlying.resource(stage, CfnStage.class)
        .setAccessLogSettings(
            CfnStage.AccessLogSettingsProperty.builder()
                .destinationArn(logs.getLogGroupArn())
                .format(ACCESS_LOG_LINE)
                .build());
    return logs;
  }
}
